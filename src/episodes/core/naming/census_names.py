"""The most frequent given names of the US census of 1990 (public domain), without words for things and places."""

CENSUS = """
Aaron Abbie Abby Abel Abigail Abraham Ada Adam Addie Adela Adelaide Adele Adelina Adeline Adolfo Adolph Adrian Adriana
Adrianne Adrienne Agatha Agnes Agustin Aida Aileen Aimee Aisha Al Alan Alana Alba Albert Alberta Alberto Alecia
Alejandra Alejandro Alene Aletha Alex Alexa Alexander Alexandra Alexandria Alexis Alfonso Alfred Alfreda Alfredo Ali
Alice Alicia Aline Alisa Alisha Alison Alissa Allan Allen Allene Allie Allison Allyson Alma Alonzo Alphonso Alta
Althea Alton Alva Alvaro Alvin Alvina Alyce Alyson Alyssa Amalia Amanda Amber Amelia Amie Amos Amparo Amy Ana
Anastasia Andre Andrea Andres Andrew Andy Angel Angela Angelia Angelica Angelina Angeline Angelique Angelita Angelo
Angie Anita Ann Anna Annabelle Anne Annemarie Annetta Annette Annie Annmarie Anthony Antionette Antoine Antoinette
Anton Antonia Antonio April Araceli Archie Ariel Arleen Arlene Arline Armand Armando Arnold Arthur Arturo Ashlee
Ashleigh Ashley Athena Aubrey Audra Audrey August Augusta Aurelia Aurelio Aurora Austin Autumn Ava Avery Avis Barb
Barbara Barbra Barney Barry Bart Basil Beatrice Beatriz Beau Becky Belinda Bella Belle Ben Benita Benito Benjamin
Bennie Benny Bernadette Bernadine Bernard Bernardo Bernice Berniece Bert Berta Bertha Bertie Beryl Bess Bessie Beth
Bethany Betsy Bette Bettie Bettina Betty Bettye Beulah Beverley Beverly Bianca Bill Billie Billy Birdie Blaine Blair
Blake Blanca Blanche Bob Bobbi Bobbie Bobby Bonita Bonnie Boyd Brad Bradford Bradley Brady Brain Brandi Brandie
Brandon Brandy Breanna Brenda Brendan Brent Bret Brett Brian Briana Brianna Brianne Bridget Bridgett Bridgette
Brigitte Britney Brittany Brittney Brock Brooke Bruce Bruno Bryan Bryant Bryce Bryon Burton Byron Caitlin Caleb Callie
Calvin Cameron Camilla Camille Candace Candice Candida Cara Caren Carey Cari Carissa Carl Carla Carlene Carlo Carlos
Carlton Carly Carmel Carmela Carmelita Carmella Carmelo Carmen Carol Carole Carolina Caroline Carolyn Carrie Carroll
Carter Cary Caryn Casandra Casey Cassandra Cassie Catalina Catherine Cathleen Cathrine Cathryn Cathy Catrina Cecelia
Cecil Cecile Cecilia Cedric Celeste Celestine Celia Celina Cesar Chad Chandra Chantel Charity Charla Charlene Charles
Charley Charlie Charlotte Charmaine Chase Chasity Chelsea Chelsey Cheri Cherie Cheryl Chester Chloe Chong Chris
Christa Christal Christen Christi Christian Christie Christin Christina Christine Christopher Christy Chrystal Chuck
Cindi Cindy Claire Clara Clare Clarence Clarice Clarissa Clark Claude Claudette Claudia Claudine Clay Clayton Clement
Cleo Cliff Clifford Clifton Clint Clinton Clyde Cody Colby Cole Coleen Colette Colin Colleen Collin Concetta Connie
Conrad Constance Consuelo Cora Corey Cori Corina Corine Corinne Cornelia Cornelius Corrine Cortney Cory Courtney Coy
Craig Cristina Cristy Cruz Crystal Curt Curtis Cynthia Daisy Dale Dalia Damian Damien Damon Dan Dana Dane Danette
Danial Daniel Daniela Danielle Danna Danny Dante Daphne Dara Darcy Darin Darius Darla Darlene Darnell Darrel Darrell
Darren Darrin Darryl Darwin Daryl Dave David Davis Dawn Dayna Dean Deana Deann Deanna Deanne Debbie Debby Debora
Deborah Debra Dee Deena Deidra Deidre Deirdre Delbert Delia Delilah Della Delma Delmar Delois Delores Deloris Delphine
Demetria Demetrius Dena Denice Denis Denise Dennis Denny Derek Derick Derrick Desiree Desmond Dessie Devin Devon
Dewayne Dewey Dexter Diana Diane Diann Dianna Dianne Dick Diego Dina Dinah Dion Dionne Dirk Dixie Dollie Dolly Dolores
Dominga Domingo Dominic Dominick Dominique Don Dona Donald Donna Donnell Donnie Donny Donovan Dora Doreen Doretha
Doris Dorothea Dorothy Dorris Dorthy Dottie Doug Douglas Doyle Drew Duane Dudley Dustin Dwayne Dwight Dylan Earlene
Earline Earnest Earnestine Ebony Ed Eddie Eddy Edgar Edith Edmond Edmund Edna Eduardo Edward Edwin Edwina Edythe Effie
Efrain Eileen Elaine Elba Elbert Elda Eldon Eleanor Eleanore Elena Eli Elia Elias Elida Elijah Elinor Elisa Elisabeth
Elise Elisha Elissa Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Ellis Elma Elmer Elnora Eloisa Eloise Elsa Elsie
Elton Elva Elvia Elvin Elvira Elvis Elwood Elyse Emanuel Emery Emil Emilia Emilie Emilio Emily Emma Emmanuel Emmett
Emory Enid Enrique Eric Erica Erick Ericka Erik Erika Erin Erlinda Erma Erna Ernest Ernestina Ernestine Ernesto Ernie
Ervin Erwin Esmeralda Esperanza Essie Esteban Estela Estella Estelle Ester Esther Ethan Ethel Etta Eugene Eugenia Eula
Eunice Eva Evan Evangelina Evangeline Eve Evelyn Everett Fabian Faith Fannie Fanny Fatima Fay Faye Federico Felecia
Felicia Felicita Felipe Felix Fern Fernando Fidel Flora Florence Florine Flossie Floyd Forrest Fran Frances Francesca
Francine Francis Francisca Francisco Frank Frankie Franklin Fred Freda Freddie Freddy Frederic Frederick Fredrick
Freida Frieda Gabriel Gabriela Gabrielle Gail Gale Galen Garland Garrett Garry Gary Gavin Gay Gayla Gayle Gena Gene
Geneva Genevieve Geoffrey George Georgette Georgia Georgina Gerald Geraldine Gerard Gerardo Geri Germaine Gerry
Gertrude Gilbert Gilberto Gilda Gina Ginger Gisela Gladys Glen Glenda Glenn Glenna Gloria Goldie Gonzalo Gordon Grace
Gracie Graciela Grady Graham Grant Greg Gregg Gregorio Gregory Greta Gretchen Griselda Grover Guadalupe Guillermina
Guillermo Gus Gussie Gustavo Guy Gwen Gwendolyn Hal Haley Hallie Hanna Hannah Hans Harlan Harley Harold Harriet
Harriett Harris Harrison Harry Harvey Hattie Haydee Hazel Heath Heather Hector Heidi Helen Helena Helene Helga
Henrietta Henry Herbert Heriberto Herman Herminia Hester Hilary Hilda Hillary Hiram Hollie Hollis Holly Homer Hope
Horace Hortencia Howard Hubert Hugh Hugo Humberto Hunter Ian Ida Ignacio Ila Ilene Imelda Imogene Ina Ines Inez Ingrid
Iola Iona Ione Ira Irene Iris Irma Irvin Irving Irwin Isaac Isabel Isabell Isabella Isabelle Isaiah Isidro Ismael
Issac Iva Ivan Ivette Ivy Jack Jackie Jacklyn Jackson Jaclyn Jacob Jacqueline Jacquelyn Jacquline Jade Jaime Jake
Jamal James Jami Jamie Jan Jana Jane Janel Janell Janelle Janet Janette Janice Janie Janine Janis Janna Jannie
Jaqueline Jared Jarrod Jarvis Jasmin Jasmine Jason Jasper Javier Jay Jayme Jayne Jayson Jean Jeanette Jeanie Jeanine
Jeanna Jeanne Jeannette Jeannie Jeannine Jeff Jefferson Jeffery Jeffrey Jeffry Jena Jenifer Jenna Jennie Jennifer
Jenny Jerald Jeremiah Jeremy Jeri Jermaine Jerome Jerri Jerry Jess Jesse Jessica Jessie Jewel Jewell Jill Jillian Jim
Jimmie Jimmy Jo Joan Joann Joanna Joanne Joaquin Jocelyn Jodi Jodie Jody Joe Joel Joesph Joey Johanna John Johnathan
Johnathon Johnnie Johnny Jolene Jon Jonathan Jonathon Joni Jordan Jorge Jose Josefa Josefina Joseph Josephine Josh
Joshua Josie Joy Joyce Juan Juana Juanita Judi Judith Judy Julia Julian Juliana Julianne Julie Juliet Juliette Julio
Julius June Junior Justin Justina Justine Kaitlin Kaitlyn Kara Karen Kari Karin Karina Karl Karla Karrie Karyn Kasey
Kate Katelyn Katharine Katherine Katheryn Kathi Kathie Kathleen Kathrine Kathryn Kathy Katie Katina Katrina Katy Kay
Kaye Kayla Keisha Keith Kelley Kelli Kellie Kelly Kelsey Kelvin Ken Kendall Kendra Kendrick Kenneth Kenny Kent Keri
Kermit Kerri Kerrie Kerry Kevin Kim Kimberlee Kimberley Kimberly Kira Kirby Kirk Kirsten Kisha Kitty Kris Krista
Kristal Kristen Kristi Kristie Kristin Kristina Kristine Kristopher Kristy Krystal Krystle Kurt Kurtis Kyle Kylie
Lacey Lacy Ladonna Lakeisha Lakesha Lakisha Lamar Lamont Lana Lance Landon Lane Lara Larissa Larry Lashawn Lashonda
Latanya Latasha Latisha Latonya Latoya Latrice Laura Laurel Lauren Laurence Lauretta Lauri Laurie Laverne Lavonne
Lawanda Lawrence Lea Leah Leann Leanna Leanne Lee Leeann Leigh Leila Lela Leland Lelia Lena Lenora Lenore Leo Leola
Leon Leona Leonard Leonardo Leonel Leonor Leora Leota Leroy Lesa Lesley Leslie Lessie Lester Leta Letha Leticia
Letitia Lettie Levi Lewis Libby Lidia Lila Lilia Lilian Liliana Lillian Lillie Lilly Lily Lina Linda Lindsay Lindsey
Linwood Lionel Lisa Liz Liza Lizzie Lloyd Logan Lois Lola Lolita Lona Lonnie Lora Loraine Loren Lorena Lorene Lorenzo
Loretta Lori Lorie Lorna Lorraine Lorri Lorrie Lottie Lou Louella Louie Louis Louisa Louise Lourdes Lowell Loyd Luann
Lucas Lucia Lucile Lucille Lucinda Lucretia Lucy Luella Luis Luisa Luke Lula Lupe Lura Luther Lydia Lyle Lyn Lynda
Lynette Lynn Lynne Lynnette Ma Mabel Mable Mack Madeleine Madeline Madelyn Madge Madonna Mae Magdalena Maggie Mai
Malcolm Malinda Malissa Mallory Mamie Mandi Mandy Manuel Manuela Mara Marc Marcel Marcelino Marcella Marci Marcia
Marcie Marco Marcos Marcus Marcy Margaret Margarita Margery Margie Margo Margot Margret Marguerite Mari Maria Marian
Mariana Marianna Marianne Mariano Maribel Maricela Marie Marietta Marilyn Marilynn Marina Mario Marion Marisa Marisela
Marisol Marissa Maritza Marjorie Mark Marla Marlene Marlin Marlon Marquita Marsha Marshall Marta Martha Martin Martina
Marty Marva Marvin Mary Maryann Maryanne Marybeth Maryellen Maryjane Marylou Mason Mathew Matilda Matilde Matt Matthew
Mattie Maude Maudie Maura Maureen Maurice Mauricio Maurine Mavis Max Maxine Maxwell May Maya Mayme Maynard Mayra
Meagan Megan Meghan Melanie Melba Melinda Melisa Melissa Mellisa Mellissa Melodie Melody Melva Melvin Mercedes
Meredith Merle Merlin Merrill Merry Mia Micah Michael Michaela Micheal Michel Michele Michell Michelle Mickey Migdalia
Miguel Mike Milagros Mildred Miles Millard Millicent Millie Milly Milton Mina Mindy Minerva Minnie Miranda Miriam Mirna
Missy Misty Mitchell Mitzi Mohammad Moises Mollie Molly Mona Monica Monika Monique Monte Monty Morgan Morris Moses
Muriel Murray Myra Myrna Myron Myrtle Nadia Nadine Nan Nancy Nanette Nannie Naomi Natalia Natalie Natasha Nathan
Nathaniel Neal Ned Neil Nelda Nell Nellie Nelly Nelson Nestor Nettie Neva Nicholas Nichole Nick Nickolas Nicolas
Nicole Nikki Nilda Nina Nita Noah Noe Noel Noelle Noemi Nola Nolan Nona Nora Norbert Noreen Norma Norman Norris
Octavia Odell Odessa Ofelia Ola Olga Oliver Olivia Ollie Oma Omar Opal Ophelia Ora Oralia Orville Oscar Otis Otto Owen
Pablo Paige Pam Pamala Pamela Pansy Pasquale Pat Patrica Patrice Patricia Patrick Patsy Patti Pattie Patty Paul Paula
Paulette Paulina Pauline Pearl Pearlie Pedro Peggy Penelope Penny Percy Perry Pete Peter Petra Phil Philip Phillip
Phillis Phoebe Phyllis Pierre Pilar Polly Portia Preston Pricilla Priscilla Queen Quentin Quincy Quinton Rachael
Racheal Rachel Rachelle Rae Rafael Rafaela Ralph Ramiro Ramon Ramona Randal Randall Randi Randolph Randy Raphael
Raquel Raul Ray Raymond Reba Rebeca Rebecca Rebekah Reed Reggie Regina Reginald Reina Rena Renae Rene Renee Renita
Reta Retha Reuben Reva Rex Reyna Reynaldo Rhea Rhoda Rhonda Ricardo Richard Rick Rickey Rickie Ricky Rigoberto Riley
Rita Rob Robbie Robbin Robert Roberta Roberto Robin Robyn Rocco Rochelle Rocio Rocky Rod Roderick Rodger Rodney
Rodolfo Rodrigo Rogelio Roger Roland Rolando Roman Romeo Ron Ronald Ronda Ronnie Roosevelt Rory Rosa Rosalee Rosalia
Rosalie Rosalind Rosalinda Rosalyn Rosanna Rosanne Rosario Roscoe Rose Roseann Roseanne Rosella Rosemarie Rosemary
Rosetta Rosie Rosita Roslyn Ross Rowena Roxana Roxanna Roxanne Roxie Roy Royce Ruben Ruby Rudolph Rudy Rufus Russel
Russell Rusty Ruth Ruthie Ryan Sabrina Sadie Sallie Sally Salvador Salvatore Sam Samantha Samatha Sammie Sammy Samuel
Sandi Sandra Sandy Sanford Santiago Santos Sara Sarah Sasha Saul Saundra Savannah Scot Scott Scotty Sean Sebastian
Selena Selina Selma Serena Sergio Seth Shana Shanda Shane Shanna Shannon Shari Sharlene Sharon Sharron Shaun Shauna
Shawn Shawna Shayla Sheena Sheila Shelby Sheldon Shelia Shelley Shellie Shelly Sheree Sheri Sherman Sherri Sherrie
Sherry Sheryl Shiela Shirley Shonda Sidney Sierra Silas Silvia Simon Simone Socorro Sofia Soledad Solomon Sondra Sonia
Sonja Sonya Sophia Sophie Spencer Stacey Staci Stacie Stacy Stan Stanley Stefan Stefanie Stella Stephan Stephanie
Stephen Sterling Steve Steven Stewart Stuart Sue Summer Susan Susana Susanna Susanne Susie Suzan Suzanne Suzette Sybil
Sydney Sylvester Sylvia Tabatha Tabitha Tamara Tameka Tamela Tamera Tami Tamika Tammi Tammie Tammy Tamra Tana Tania
Tanisha Tanya Tara Taryn Tasha Tawana Taylor Ted Teddy Tera Terence Teresa Teresita Teri Terra Terrance Terrell
Terrence Terri Terrie Terry Tessa Tessie Thaddeus Thelma Theodora Theodore Theresa Therese Thomas Thurman Tia Tiara
Tiffani Tiffany Tillie Tim Timmy Timothy Tina Tisha Toby Todd Tom Tomas Tomasa Tommie Tommy Toni Tonia Tony Tonya Tori
Tracey Traci Tracie Tracy Travis Trent Trenton Treva Trevor Tricia Trina Trisha Troy Trudy Truman Twila Ty Tyler
Tyrone Tyson Ulysses Ursula Valarie Valencia Valeria Valerie Vance Vanessa Vaughn Veda Velma Venus Vera Verda Vern
Verna Vernell Vernice Vernon Veronica Vesta Vicente Vicki Vickie Vicky Victor Victoria Vida Vilma Vince Vincent Viola
Violet Virgie Virgil Virgina Virginia Vito Vivian Vonda Wade Wallace Walter Wanda Ward Warren Wayne Weldon Wendell
Wendi Wendy Wesley Whitney Wilbert Wilbur Wilda Wiley Wilfred Wilfredo Wilhelmina Will Willa Willard William Williams
Willie Willis Wilma Wilson Winfred Winifred Winnie Winona Winston Wm Woodrow Xavier Yesenia Yolanda Yvette Yvonne
Zachary Zelda Zella Zelma Zoe Zoila
"""
