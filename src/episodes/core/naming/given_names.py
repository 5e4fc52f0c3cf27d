"""Given names, so that two capitalised words can be told from a name.

Those of the census (`census_names.py`), and others of people all over the world. Words that are more often
something else (places, things) are left out.
"""

from __future__ import annotations

from functools import cache

from episodes.core.naming.census_names import CENSUS
from episodes.core.naming.folding import fold
from episodes.core.naming.more_given_names import MORE

_LISTS = """
Torgeir Torgrim Torunn Trine Troels Trond Trude Trygve Tuija Tuomas Tuula Tuva Tyra Ulla Ulrik Ulrika Unni Urban
Veikko Vesa Vibeke Vidar Ville Viveca Ylva Yngve Åke Åsa Åse Ólafur Øystein Øyvind Þór
Agata Agnieszka Aleksandar Aleksander Aleksandr Aleksandra Aleksei Alena Alexei Alexey Aleš Alicja Alžběta Anatoly
Andrei Andrey Andrij Andrija Andrzej Antoni Antonín Arkadiusz Artem Artur Barbora Bartek Bartosz Beata Biljana Blanka
Bogdan Bogusław Bohumil Bojan Boyko Boško Bożena Božena Branko Bratislav Błażej Dagmara Dalibor Danijel Danuta Daria
Dariusz Darko Dawid Dejan Denisa Desislava Dimitar Dmitri Dmitriy Dmitry Dmytro Dominika Dorota Dragan Dragana Dušan
Edyta Ekaterina Eliška Elżbieta Ewa Ewelina František Galina Gennady Georgi Georgy Goran Gordana Grażyna Grigory
Grzegorz Halina Hana Henryk Hristo Hrvoje Ilona Ilya Inna Irena Irina Iryna Ivaylo Iveta Ivica Iwan Iwona Izabela
Jacek Jadwiga Jakub Janusz Jarmila Jaromír Jaroslav Jaroslava Jarosław Jelena Jerzy Jindřich Jitka Jiří Jolanta Josip
Jovan Jovana Justyna Józef Kacper Kamil Kamila Karol Karolina Katarzyna Kateryna Kateřina Kinga Kirill Klaudia Klára
Krasimir Kristijan Kristýna Krystyna Krzysztof Ksenia Květa Ladislav Larisa Lech Lenka Leonid Leszek Libor Lubomír
Luboš Luděk Luka Lukáš Lyudmila Maciej Magda Maksim Maksym Marcin Marek Marija Mariusz Markéta Marzena Mate Matej
Mateusz Matěj Maxim Małgorzata Michal Michał Mikhail Mikołaj Milica Milorad Miloslav Miloš Mirjana Miroslav Mirosław
Mladen Mykola Nadezhda Natalya Nebojša Nemanja Nenad Nikita Nikola Nikolai Nikolay Ognjen Oksana Oldřich Oleg Oleh
Oleksandr Oleksii Olena Olha Ondřej Otakar Patrycja Pavel Pavla Pavlína Paweł Petar Petr Petro Piotr Plamen Polina
Predrag Przemysław Radek Radim Radka Radmila Radosław Radovan Rafał Ranko Rostislav Rumen Ruslan Ryszard Růžena Sanja
Saša Sergei Sergey Serhii Serhiy Slavko Slobodan Snežana Soňa Srđan Stanislav Stanislava Stanisław Stevan Stipe Stoyan
Svetlana Sylwia Szymon Sławomir Tadeusz Taras Tatyana Tereza Tihomir Todor Tomasz Tomislav Tomáš Tsvetan Tvrtko
Urszula Vadim Valery Vasily Vasyl Vedran Veselin Vesna Vitalii Vitaly Vladimir Vladimír Vladislav Vlasta Vojtěch
Volodymyr Vsevolod Vuk Vyacheslav Václav Vít Vítězslav Věra Waldemar Weronika Wiesław Wiktor Wiktoria Witold Wojciech
Władysław Włodzimierz Yana Yaroslav Yegor Yelena Yevgeny Yordan Yulia Yuliya Yuri Yuriy Zbigniew Zbyněk Zdenka Zdeněk
Zdravko Zdzisław Zofia Zoran Zuzana Zuzanna Zvonimir Đorđe Łukasz Šimon Štefan Štěpán Šárka Željko
Євген Іван Ігор Ірина Александр Александра Алексей Алина Алиса Алла Алёна Анастасия Анатолий Андрей Андрій Анна Антон
Антонина Арсений Артур Артём Борис Вадим Валентин Валентина Валерий Валерия Варвара Василий Вера Вероника Виктор
Виктория Виталий Владимир Владислав Всеволод Вячеслав Галина Геннадий Георгий Глеб Григорий Дарья Денис Дина Дмитрий
Дмитро Евгений Евгения Егор Екатерина Елена Елизавета Жанна Захар Зинаида Зоя Иван Игорь Илья Инна Ирина Катерина Кира
Кирилл Константин Ксения Лариса Лев Леонид Лидия Лилия Любовь Людмила Майя Максим Маргарита Марина Мария Марк Микола
Михаил Михайло Надежда Наталия Наталья Наталія Никита Николай Нина Оксана Олег Олександр Олексій Олена Олеся Ольга
Павел Петро Полина Пётр Роман Руслан Светлана Семён Сергей Сергій София Софья Станислав Степан Тамара Тарас Татьяна
Тетяна Тимофей Тимур Ульяна Филипп Фёдор Эдуард Элина Юлия Юлія Юрий Юрій Яна Ярослав
Alexandros Angeliki Antonis Apostolos Aris Athanasios Christos Dimitra Dimitrios Dimitris Dionysis Eleni Evangelos
Fotini Georgios Giannis Giorgos Haris Ioanna Ioannis Katerina Konstantina Konstantinos Kostas Kyriakos Lefteris
Leonidas Manolis Michalis Nikolaos Nikos Panagiotis Panos Paraskevi Pavlos Petros Sotiris Spyros Stavros Stefanos
Stelios Thanasis Theodoros Thodoris Vangelis Vasiliki Vassilis Yanis Yannis Yiannis Yiorgos
Aivars Alexandru Algirdas Alina Anca Andreea Andris András Anikó Ants Arturs Arvydas Attila Aušra Balázs Barnabas
Barnabás Bence Béla Camelia Catalin Claudiu Cosmin Costin Csaba Csilla Cătălin Dace Dezső Doina Dragoș Dumitru Dániel
Dávid Dóra Edgars Erzsébet Ferenc Florin Gediminas Gergely Gergő Gheorghe Gintaras Guntis Gyula György Gábor Horia
Ildikó Ileana Ilinca Ilze Imre Inese Ioan Ioana Ion Ionuț István Iulia Iuliana Jaan Judit Jurgita Juris János József
Jānis Kaarel Kadri Kaja Katalin Kristaps Kristjan Kristóf Krisztina Krisztián Kálmán Károly Lajos Laurențiu Levente
Liina Linas Liviu Lucian László Līga Madis Mantas Mihaela Mihai Mihály Miklós Mindaugas Mircea Mirela Mária Márta
Márton Máté Māris Nicolae Nicoleta Normunds Nóra Oana Octavian Orsolya Ottó Ovidiu Piroska Priit Pál Péter Radu
Raimonds Raluca Rasa Réka Róbert Răzvan Rūta Saulius Siim Silviu Sorin Szabolcs Szilvia Sándor Tamás Tanel Tarmo
Teodor Tibor Tiit Toms Toomas Traian Tudor Tímea Uldis Urmas Valdis Vasile Viorel Vlad Vytautas Zoltán Zsolt Zsuzsanna
Zsófia Ádám Ágnes Ákos Ștefan
Abdullah Ahmet Alper Aras Arda Arzu Aslı Ayhan Ayla Aylin Ayşe Aziz Bahar Banu Barış Başak Begüm Berk Berna Beyhan
Bilge Burak Burcu Bülent Canan Caner Cem Cemal Cengiz Ceren Cihan Deniz Derya Didem Dilek Doğan Duygu Ebru Ece Ege
Elif Emel Emine Emre Engin Ercan Erdal Erdem Erdoğan Eren Erhan Erkan Erol Ersin Esra Fatih Fatma Ferhat Feyza Figen
Fikret Filiz Füsun Gamze Gizem Gökhan Gül Gülay Gülden Gülşen Hakan Halil Halit Haluk Hamza Hande Hasan Hatice Hülya
Hüseyin Ibrahim Kaan Kadir Kemal Kerem Koray Levent Leyla Mahmut Mehmet Melek Meltem Meral Mert Merve Mesut Metin
Muharrem Murat Musa Mustafa Müge Nazan Nazlı Necati Nermin Nesrin Nihat Nilüfer Nur Nuri Okan Onur Orhan Osman Ozan
Ozge Pelin Polat Pınar Rıza Sabri Salih Seda Selim Selin Selçuk Sema Semra Serdar Serhat Serkan Serra Sevgi Sevil
Sevim Seyfi Sibel Sinan Süleyman Taner Tarık Tayfun Timur Tolga Tuncay Turgut Tuğba Tülay Ufuk Umut Uğur Volkan
Yasemin Yavuz Yaşar Yeliz Yiğit Yusuf Yılmaz Zafer Zehra Zeki Zeynep Çağlar Çiğdem Ömer Özge Özgür Özlem Ünal İbrahim
İlhan İlker İrem İsmail Şahin Şebnem Şule
Aaliyah Abbas Abdallah Abdel Abdul Abdulaziz Abdulrahman Abed Adel Adnan Afshin Ahmad Ahmed Akbar Akram Alaa Aliya
Amal Aman Amin Amina Amir Amira Ammar Anas Anwar Arash Arif Asad Ashraf Avi Avigail Aviv Avner Ayelet Ayman Aziza Badr
Bahman Bashar Bashir Basma Bassam Behnam Bilal Boaz Chaim Dafna Dariush Dov Efrat Ehab Ehsan Ehud Eitan Elad Eliezer
Eman Eyal Ezra Fadi Fahad Faisal Farah Farhad Fariba Farid Farida Farouk Fawzi Firas Gadi Gal Galit Ghada Ghassan
Gideon Gil Gilad Giora Habib Hadar Hadi Hafez Haim Hala Hamad Hamid Hanan Hani Hany Hassan Haytham Heba Hend Hesham
Hicham Hila Hind Hisham Hoda Hossam Hossein Huda Hussain Hussein Ibtisam Idan Ihab Ilan Ilana Iman Imran Issa Itai
Itamar Itay Jaafar Jabir Jafar Jalal Jamila Javad Jihad Jumana Kamal Kareem Karim Karima Kaveh Khaled Khalid Khalil
Laila Lamia Latifa Layla Liat Lior Lubna Maha Mahdi Maher Mahmoud Majed Majid Malak Manal Mansour Maram Mariam Marwan
Maryam Masoud Mazen Mehran Meir Menachem Mohamad Mohamed Mohammed Mohsen Mordechai Morteza Moshe Mounir Muhammad Muna
Munir Mustapha Naama Nabil Nadav Nader Naeem Naftali Nagib Naguib Najib Nasrin Nasser Nawal Nazanin Nidal Nir Nitzan
Noa Noam Noor Nour Noura Ofer Ofra Omer Omid Oren Orit Orly Osnat Parisa Parvin Qasim Rabih Rachid Rafik Raghad Rami
Ran Rana Rania Rasha Rashid Reem Reza Riad Rima Rivka Ronen Roni Ronit Roya Ruba Saad Sabah Sadiq Saeed Safa Sagi
Sahar Said Salah Salam Saleh Salem Salim Salma Salman Saman Sameh Samer Samia Samir Samira Sana Shadi Shahram Shai
Shaima Shaul Sherif Shimon Shira Shireen Shirin Shlomo Shmuel Siamak Soraya Suhail Suleiman Sultan Sumaya Taha Taher
Tal Talal Tali Tamar Tamer Tamir Tarek Tariq Tomer Tova Tzipi Uri Uriel Wael Wafa Waleed Walid Yaakov Yael Yahya Yair
Yaron Yasmin Yasmine Yasser Yehonatan Yehuda Yigal Yitzhak Yoav Yochai Yossi Yotam Younes Yousef Youssef Yusra Yuval
Zahra Zainab Zaki Zeev Zeina Zeinab Ziad Ziv Ziyad Zoya Zvi
Aakash Aamir Abhay Abhijit Abhinav Abhishek Aditi Aditya Ajay Ajit Akash Akhil Akshay Alok Amartya Amit Amita Amitabh
Amol Amrita Anand Ananya Anil Anirban Anirudh Anish Anjali Ankit Ankita Ankur Anshul Anuj Anupam Anurag Anusha Anwara
Aparna Archana Arjun Arnab Arpit Arun Aruna Arundhati Arvind Asha Ashish Ashok Ashwin Asif Atul Avinash Ayesha Ayush
Bharat Bharti Bhavna Bina Chaminda Chetan Chitra Deepa Deepak Deepika Dev Devdutt Dhruv Dinesh Divya Faiza Fareed
Farhan Gaurav Gautam Geeta Girish Gita Gopal Govind Harish Harsh Harsha Hemant Hina Hrishikesh Indira Indra Irfan
Ishaan Jagdish Jai Jaya Jayant Jyoti Kabir Kailash Kalpana Kamala Kamrul Kapil Karan Karthik Kartik Kashif Kavita
Kavya Ketan Kiran Kishore Krishna Kumar Kunal Lakshmi Lalit Lasith Madhav Madhu Madhur Mahesh Mala Malala Manas Manav
Manish Manisha Manju Manmohan Manoj Mansi Meena Meera Meghna Milind Mitali Mohan Mohit Mukesh Mukul Nandan Nandini
Narayan Narendra Naresh Navin Nayan Neel Neelam Neeraj Neha Nikhil Nilesh Nirmala Nisha Nishant Nitin Nivedita Nuwan
Padma Pallavi Pankaj Parag Parul Parvez Pooja Prabhat Pradeep Prakash Pramod Pranav Pranay Prasad Prashant Pratap
Pratik Praveen Preeti Prem Priya Priyanka Puja Punit Purnima Rachna Radha Radhika Raghav Raghuram Rahul Raj Raja Rajan
Rajat Rajeev Rajesh Rajiv Rakesh Ram Ramesh Rani Ranjit Rashmi Ravi Reena Rekha Renu Rezwana Rishi Ritu Rohan Rohini
Rohit Roshan Ruchi Rupa Ruwan Sachin Sadia Sagar Saima Sajid Sandeep Sandhya Sangeeta Sanjana Sanjay Sanjeev Santosh
Sarita Satish Satya Saurabh Savita Seema Shaan Shabana Shahid Shailesh Shalini Shankar Shantanu Shanti Sharad Shashi
Shazia Sheela Shekhar Shikha Shilpa Shirish Shiv Shobha Shreya Shruti Shubham Shweta Siddharth Smita Smriti Sneha
Sonal Sonali Srinivas Subhash Subramanian Sudha Sudhir Sujata Sujay Suman Sumit Sundar Sunil Sunita Suraj Surendra
Suresh Sushma Swapna Swati Tahir Tahira Tanmay Tanvi Tarun Tasnim Tejas Tharindu Uday Ujjwal Uma Upasana Usha Usman
Utkarsh Vaibhav Varun Vasant Veena Venkat Venkatesh Vibha Vidya Vijay Vikas Vikram Vimal Vinay Vineet Vinod Vipul
Viraj Vishal Vishnu Vivek Waqar Waseem Yash Yogesh Zakir Zeeshan Zubair
Agus Akihiro Akiko Akio Akira Andi Anies Apichatpong Asami Asep Atsushi Ayako Ayu Ayumi Bambang Bayu Binh Budi Byung
Changmin Chao Chau Chen Cheng Chie Chihiro Chun Citra Cuong Daisuke Dedi Dewi Dian Duc Dung Duy Dwi Eiji Eiko Eko Emi
Endang Eri Etsuko Eun Fajar Fang Febri Fei Feng Fitri Fumiko Fumio Gang Giang Guang Gyu Hae Haneul Hanh Hao Haruka
Haruki Haruko Hayao Hee Hendra Hideaki Hideki Hideo Hien Hieu Hikaru Hiro Hiroaki Hiroki Hiroko Hiromi Hiroshi
Hiroyuki Hisashi Hitomi Hitoshi Hoa Hoang Hua Hui Hung Huong Huy Hye Hyejin Hyunjin Ichiro Indah Intan Isao Izumi Jae
Jaehyun Jia Jian Jie Jihoon Jimin Jin Jing Jinwoo Jiro Jisoo Jiwon Joon Jun Junho Junichi Junko Kaori Kaoru Kartika
Kazuhiro Kazuki Kazuko Kazuo Kazuya Keiko Keisuke Keita Kenichi Kenji Kenta Kenzo Khanh Khoa Kimiko Kiyoshi Koichi
Koji Kumiko Kyoko Kyung Lam Lan Lei Lestari Lijuan Lin Ling Linh Makoto Mami Mamoru Manabu Mariko Masaaki Masahiro
Masaki Masako Masao Masashi Masato Masayuki Megumi Mei Meng Mie Miho Miki Min Minh Minho Minji Minjun Minseok Miyuki
Momoko Motoko Nana Naoki Naoko Natsuki Natsuko Nattapong Nga Ngoc Nguyen Nhung Ning Noboru Nobuo Nobuyuki Nori Noriko
Nurul Osamu Peng Phong Phuc Phuong Ploy Prabowo Prayut Putri Qi Qiang Qing Quan Quang Quynh Rahmat Ratna Reiko Rie
Rika Risa Rizky Rong Ryo Ryoko Ryota Ryuichi Sachiko Sandiaga Saori Satoko Satomi Satoru Satoshi Sayaka Seiji Seojun
Seok Seung Seungmin Shan Shigeru Shinichi Shinji Shinzo Shiori Shizuka Sho Shoko Shota Shu Shuichi Shuji Shunsuke Siti
Slamet Somchai Somsak Soo Sooyoung Sri Suchart Sukarno Sumiko Sungmin Susi Susumu Tadao Tadashi Taehyung Taichi
Takahiro Takako Takashi Takayuki Takeshi Taku Takuya Tan Tao Taro Tatsuya Teguh Tetsuo Tetsuya Thaksin Thanh Thao Thi
Thu Thuy Tien Ting Tomohiro Tomoko Tomomi Toshio Toshiro Trang Trinh Trung Tsutomu Tuan Tuyet Vinh Vy Wahyu Wayan Wei
Wen Widodo Woo Wulan Xiao Xiaoming Xin Xinyi Xiu Xue Yan Yang Yanti Yasuko Yasuo Yayoi Yeon Yi Yifan Ying Yingluck
Yohei Yoichi Yoko Yoo Yoon Yoona Yoshi Yoshiko Yoshio Yosuke Youngjae Yu Yuan Yudi Yue Yui Yuji Yuka Yuki Yukiko Yukio
Yuko Yumi Yumiko Yun Yuna Yusuke Yuta Yutaka Zhen Zheng Zhi Zhiyuan
Abebe Abena Abiodun Abiola Abiy Achieng Adaeze Adama Adanna Adaobi Ade Adebayo Almaz Amadou Aminata Ayo Ayodele
Bongani Boubacar Cheikh Chiamaka Chidi Chidinma Chika Chike Chimamanda Chinedu Chinua Chioma Chukwuma Dawit Demba
Dikembe Djibril Ebele Ekow Emeka Esi Fatou Femi Folake Funmi Haile Ibrahima Idrissa Ifeanyi Ifeoma Ikenna Juma Kagiso
Kamau Kelechi Khadija Kofi Kojo Kwabena Kwaku Kwame Kwasi Lamine Lerato Lindiwe Lupita Makena Mamadou Mandla Mariama
Moussa Mpho Mulugeta Mwangi Naledi Ngozi Ngugi Njeri Nkechi Nkosinathi Nnamdi Nomsa Nosipho Obinna Okonkwo Olu Olumide
Oluwaseun Oumar Ousmane Palesa Sadio Selam Seun Sibusiso Sipho Siya Souleymane Tedros Temi Thabo Thandi Thandiwe
Themba Tsegaye Tunde Uche Uzodinma Wangari Wanjiru Wole Yaa Yared Yemi Zanele Zodwa
Aasmah Adil Afua Aidan Ailbhe Ailsa Aine Aisling Akala Alasdair Alastair Alfie Alistair Angharad Angus Aodhan Aoife
Araminta Atticus Barnaby Bernardine Blathnaid Breandan Bronagh Bronwen Cairan Callum Caoimhe Caolan Carys Catriona
Chiwetel Ciara Ciaran Cillian Clodagh Colm Conall Conor Cormac Cressida Crispin Daithi Darragh Declan Dermot Diarmuid
Donal Donnacha Dorian Dougal Duncan Eamon Eamonn Eilidh Eimear Eleri Emer Emerald Emyr Eoghan Eoin Ewan Ewen Fearne
Fergal Fergus Ffion Fiachra Finbar Findlay Finian Finlay Fintan Fiona Fionn Fionnuala Fraser Freya Gareth Gemma
Geraint Gethin Giles Graeme Grainne Gráinne Gwyn Gwyneth Hamish Hari Hywel Iain Idris Ieuan Imogen Innes Iolo Isla
Jemima Jolyon Jonty Keir Keira Kemi Kieran Kirsty Krishnan Lachlan Liadan Llewellyn Lorcan Maeve Mairead Malachy
Malorie Mhairi Mishal Moira Morag Morven Muireann Myfanwy Naomie Nazir Niall Niamh Nigel Nihal Nish Nuala Oisin Oonagh
Orla Orlaith Ottessa Padraic Padraig Philippa Piers Pippa Poppy Priti Razia Reni Rhian Rhiannon Rhodri Rhys Riz Roisin
Romesh Ronan Roxane Ruairi Ruaridh Róisín Sadhbh Sangita Saoirse Sathnam Seamus Seán Shappi Sian Sindhu Sinead Sinéad
Siobhan Siobhán Siân Sorcha Struan Suella Séamas Ta-Nehisi Tadhg Tamsin Tarquin Tegan Thandie Turlough Una Wes Zadie
Zawe Zeb
AJ Abe Aiden Alec Ally Amara Amelie Andrej Anika Anoushka Ariana Arlo Ash Asher BJ Balaji Barack Becca Benji Bernie
Bodhi Bree Brielle Brody CJ Cal Cam Camden Cassidy Cat Cath Chandler Chas Chaz Chrissy Clem Clementine Coleman Colton
Connor Cooper DJ Dakota Davey Deb Delaney Demis Des Dom EJ Eden Eliana Elon Em Emmy Esme Ev Ezekiel Fei-Fei Gabby Gabe
Gad Geoff Gia Ginny Giselle Griffin Gui Hadley Hank Harper Hayden Herb Holden Hrishi Hudson Ibram Ish Izzy JJ Jace
Jada Jaden Jax Jaxon Jayden Jeb Jen Jenn Jensen Jonah Jonny Josiah Judd KJ Kaia Kat Kaya Keegan Kehlani Kev Kinsley
Kip Kit Kumail LJ Les Lex Lexi Liam Lilah Lindy Lis Lorelai Lyla MJ Mac Maddie Maddox Makayla Marge Mckenna Mckenzie
Meg Mel Mick Mikey Mila Mo Nassim Nat Nate Naval Nevaeh Nic Nicky Nico Nik Nikole Norm Oz PJ Paddy Parker Paxton
Peyton Piper Questlove Quinn RJ Reagan Reese Reg Reid Remi Remy Rich Rowan Russ Ryder Rylee Sal Samin Sawyer Seb
Shihab Sid Sienna Skylar Sloane Steph Stevie Stew Stu Suzy Sylvan TJ Talia Tate Tavi Teagan Tess Tiff Tig Trish Tucker
Tulsi Val Vic Vin Vinnie Vitalik Viv Walt Willow Wyatt Xander Yo-Yo Zac Zach Zack Zak Zara Zeke Zev Zoey
Aarav Aarti Aase Abdoulaye Adalyn Addison Adem Adewale Adina Adjoa Aiko Aina Ainsley Aishwarya Akanksha Akinyi Akua
Alaina Alden Aleksi Alix Aliyah Alka Amaury Amer Amirhossein Amr Anderson Andriy Aneta Anh Annelies Annemiek Anniken
Anoop Anssi Ante Anuradha Anushka Anya Anže Apolline Arie Áron Arpita Ashton Asma Asuka Athina Aubree Aya Aynur Aysel
Ayten Azadeh Babatunde Bahram Bailey Bálint Bartłomiej Behrouz Bekir Benedetta Bent Bente Bérengère Berkay Bethan
Bhavesh Birthe Bjørg Blaž Bo Boglárka Bohdan Bolesław Borut Botond Braden Branislav Braxton Brayden Brennan Břetislav
Büşra Cajsa Calum Carolin Cauê Cemile Cerys Cezary Chema Chipo Chukwu Chul Coralie Crosby Czesław Damir Darya Davor
Despina Devendra Donghyun Dongwook Dorte Dries Duda Eetu Efua Egon Eirini Ekkehard Ekta Elly Emerson Emese Emrys Enikő
Erez Esma Eszter Euan Eugeniusz Eunji Evgenia Evgeny Ewout Fabienne Fadime Farai Farzad Fatemeh Feliks Finley Flavie
Fouad Franck Franz Freja Frits Fritz Fuad Fyodor Ganesh Garima Gauri Gayatri Giada Gianna Gülsüm Guro Güven Haakon
Hacer Haitham Halime Halyna Hanife Havva Hayriye Henriette Hiba Hildegard Hilkka Hitesh Honorine Huey Hughie Huw Hynek
Hyun Hyunwoo Iara Ido Imad Imani Ingela Ingunn Ingvar Íñigo Inkeri Irén Irja Ishita Itziar Ivona Jaak Jaana Jabari
Jamil Jandira Janez Jantine Jarle Jatin Jette Jiho Jimi Jitendra Jolanda Jono Jools Joona Jorunn Joss Judah Juho
Juliane Julianna Juraj Jūratė Kaden Kadriye Kajal Kajsa Kamran Kariuki Karlijn Kaspars Katsuhiro Kayden Kaylee Kayode
Kazimierz Keaton Kehinde Kersti Keyvan Kiara Kohei Komal Kornél Krešimir Kriti Krystian Kryštof Kübra Kun Kunle Kwesi
Kyler Laia Lakshman Lalita Lata Leevi Lene Lenny Leoš Lesya Li Liesbeth Lieven Ljiljana Loredana Lorelei Lovisa
Ludivine Ludvig Ludwik Luiza Mackenzie Macy Madhuri Madison Maëlle Magdolna Mahsa Mairi Maisie Malia Malini Maren
Margit Mariangela Marja Marley Marloes Marnix Matjaž Matouš Mattias Matúš Mayank Megha Meritxell Merja Meryem Mickaël
Mieczysław Mikel Minoru Minsu Mira Mislav Mitch Mitra Moacir Moe Mojca Mort Murdo Murilo Mya Mykhailo Mylène Myles
Myrthe Nacho Nadeem Nahla Najla Namrata Nataliya Nataša Naveen Negar Nia Nidhi Nienke Nikolaj Niloufar Nima Nkosi Nobu
Nolwenn Nomvula Oleksiy Oliwia Olle Omri Ørjan Ornella Osama Oskari Osmo Ostap Otieno Ove Owain Ozzie Pär Parth
Parvaneh Pavlo Payal Payam Peg Pelle Petras Pierce Pip Piret Pirkko Poonam Pouya Prachi Pragya Prateek Pratibha Primož
Priscila Pyotr Quim Rabia Raelynn Raisa Rajendra Rajni Ramazan Ramin Randa Rasheed Rebecka Recep Reece Reema Ren
Renske Rhett Ricarda Richa Rina Ritesh Riya Roddy Rog Rola Roshni Roz Rozália Runa Ryu Sahil Sai Sakari Saleem Sameer
Sanaz Saylor Scarlett Ségolène Segun Seija Sepideh Şerife Shabnam Shadia Shahd Sharmila Shay Shivam Shohreh Shoji
Shona Shraddha Shreyas Siavash Sidharth Simran Sindre Sinem Sini Siniša Sita Sivan Sixten Sizwe Skye Skyler Snorre
Sondre Songül Soojin Soroush Sriram Staffan Stjepan Sture Suha Sune Sunhee Surya Sushil Svante Svend Tafadzwa Takumi
Tanner Tatenda Tatum Tayo Tendai Teodora Thaís Thibaut Thilo Tilda Tilly Tilo Tine Titouan Tjark Tjaša Tobi Tolu Tommi
Tõnu Torill Torstein Toru Tove Trey Tripp Tülin Tumelo Tuomo Turid Ubiratan Uffe Umar Umesh Urška Uzo Vahid Väinö
Vaishali Vandana Vanja Varsha Vasilis Vassiliki Veeti Vegard Veit Veli Vendela Venla Vibhor Vikki Vilde Viliam Villy
Vineeta Virpi Viveka Vladimíra Vlastimil Wally Wannes Wenche Xaver Xiang Yaroslava Yasaman Yaw Yekaterina Yetunde
Yonatan Yunus Zacharie Zaid Zakhar Zander Zane Zayd Zeliha Zhanna Žiga
Adetola Adwoa Alondra Amarachi Aneesh Annalee Apoorva Baratunde Beppe Brené Bryony Capucine Chinelo Colson Cornel
Dacher Dasha Deshawn Devika Dwarkesh Eleftheria Firdaus Gillian Gwern Hanif Hauke Ikechukwu Iqbal Jacinda Jameela
Jaron Jaspreet Jesmyn Jyrki Keanu Keziah Kiese Luz Mahzarin Malik Misha Mohsin Nimisha Nneka Olamide Oona Oprah
Randie Reshma Ruha Rukmini Saanvi Safiya Saira Shanice Shivani Shoshana Sibongile Siddhartha Tayari Temitope Timnit
Tressie Uzma Xochitl Yewande Yoshua Zuri
Aadhya Amia Cristine Damion Prithwiraj Riz Alie Andreu Berto Aila Aitana Akosua Aled Alenka Alev Almudena Alonso Alun
Ama Amani Annalena Anoosh Ansel Arabella Arnaldur
Aryna Astead Auden Audie Avital Aydan Azar Babak Balvinder Baruch Basel Bassem Benedict Beyoncé Björk Blindboy
Blythe Bomani Boštjan Bríd Bård Carson Cathal Cayetana Chaya Chenjerai Chrystia Chus Cian Clive Coco Conceição
Cordelia Cristiane Cyrus Dashiell Davina Dax DeAndre Defne Delyth Dervla Devorah Ditte Diya Djamila Dorit Dror
Eduarda Eefje Elamin Elham Eline Eluned Emiko Enric Erwan Estefanía Euphemia Facundo Falen Fares Felicity Fereshteh
Ferran Flynn Gaby Germán Gitanas Golnaz Guillem Gurpreet Gwenaël Hadas Halima Halldór Harpreet Hermione Herta
Hinnerk Humphrey Ibai Iga Ijeoma Imke Inbal Isha Issam Iñaki Jad Jagger Jagmeet Jaspal Jayanthi Jemele Jhumpa Jildou
Jiwoo Jocasta Jolien Jonn Josien Jostein Joëlle Juju Julieta Jüri Keeanga Kellen Keren Kimberlé Kobe Kourosh Kuldeep
Kylian Kyra Laleh Lanhee Latif LeBron Limor Linsey Llŷr Lodewijk Lowri Luitpold Lulu Lynsey Lysander Lyse Lyubov
Maartje Maayan Magê Mahatma Maik Maike Maite Manjula Manoush Manpreet Marques Marquis Marten Marverine Masha Mattea
Maximiliano Meirav Melvyn Mendel Merav Meryl Michiko Milo Miren Miri Moya Munira Murali Myke Méabh Nada Nadhim
Naheed Nahlah Najwa Natacha Naz Nazım Neelie Neema Nerys Neta Neymar Nguyet Nicoletta Nicolle Nilay Nimrod Nizar
Nnedi Norah Novak Nurit Olatz Ophira Ophélie Ori Otegha Otmar Ottilie Pacinthe Parminder Parviz Pavan Peregrine
Petronella Piya Quique Rafa Rafe Rafiq Ramachandra Ramtin Ramzi Rhona Rihanna Rivky Rokhaya Rollo Roswitha Rosângela
Rudo Ryker Ryland Régine Sacha Sade Saeid Saffron Sahra Saroja Sauli Secunder Selva Sepp Setareh Shad Shani Shaniqua
Shapour Shaquille Sharyn Shohei Sibylle Sigal Slavoj Smadar Soheil Sruthi Starlee Steen Suhair Sukhdeep Symone Tadej
Tarana Taraneh Thanos Thomasina Titus Torquil Trayvon Tremaine Trevon Trijntje Tristram Truus Twan Tyrell Ujjal
Ulises Usain Valeriy Varda Vassy Verity Vinciane Vivaan Wendela Wietse Xandra Xanthe Xenia Yao Yardena Yaser Yazan
Yehudit Yiyun Yolande Yomi Youngsoo Yrsa Yvo Zarah Zehava Zerlina Zixuan Zlatan Zora Zuberi Zülfü Árpád
Aad Aaf Aage Aarne Abner Achille Adeola Adilson Agostino Aija Aimé Aïssatou Alban Albin Albrecht Alda Aleix Alfio
Alfons Alin Allegra Alyona Ambroise Amedeo Américo Anabela Anat Anatole Angelika Anicet Anker Annabel Annamaria Annick
Annukka Anselme Ansgar Anthea Antonino Aoibhinn Arantxa Arend Aretha Ariadna Arkady Arlindo Armelle
Armindo Arndt Arnout Arnulf Aroha Artyom Asger Asier Aspasia Assunta Asta Atieno Aubin Aubrie Auguste Avraham Awa
Axelle Ayanda Aymeric Azucena Bakary Bärbel Barbro Barnabé Barra Basile Bauke Benedetto Bénédicte Benedito Benno
Bérangère Berend Berthold Bertram Bertus Bev Bex Biagio Bijan Binta Birger Blaise Bodo Bola Börje Brenna Brice Bridie
Bronwyn Bror Brunella Brynn Bukola Burt Bushra Caridad Carlota Carola Catrin Cauã Celso Chamari Chelo Chet Chidera
Chinwe Christel Chukwudi Cíntia Ciprian Ciro Clarisse Clelia Conny Constantin Cordula Coretta Corinna Corneliu Corrie
Cristiana Cyprien Cyrielle Cyrille Dafydd Daga Dagny Dalila Dalit Danica Darby Dearbhla Delfim Dieudonné Dilani Dillon
Dilshan Dimitri Disa Domenica Donata Donatien Donato Donncha Dorthe Dory Dot Duško Edilson Edite Edmundo Edurne Edvin
Egidio Ehrhard Ejnar Elettra Elfi Elfriede Eliane Elio Elis Elisabet Elisabete Elmar Éloi Elov Elske Élvio Elza Emelie
Émeline Émeric Endre Engelbert Enno Ercole Erhard Erminia Eudes Eugen Eulalia Eusebio Evangelia Évelyne Ewald Ezio
Fabiana Fabiano Fabrício Fabrizia Farzana Fatoumata Faustine Fausto Felice Fenna Fernand Filomena Fiorella Firmin
Flore Florentin Folke Folkert Frederico Fredrika Frieder Friedhelm Fritiof Fulvia Gabin Gaétan Garance Gaston Gebhard
Geertje Gennaro Georgie Geraldo Gerda Germana Gernot Gero Gertraud Gertrud Gesa Ghislaine Giacinto Gianpaolo Giedrė
Gioele Giordano Gisèle Gorka Gösta Gottfried Govert Gracinda Graziella Grete Grethe Guilhem Gundula Gunnel Gustave
Gwenllian Hadrien Hafsa Hagit Hajo Hakim Halvor Hanako Hanno Hanns Haroon Harro Hayley Hedwig Hege Hein Heino Helder
Helka Heloísa Héloïse Hilaire Hilke Hillevi Hilma Hinemoa Hinrich Hippolyte Hjalmar Hogne Huguette Huib Ifan Ifor
Ignazio Ilenia Ilka Ilmars Imanol Imma Ingemar Inken Insa Iolanda Irit Irmgard Irmtraud Isadora Isaura Isidore Ivete
Ivone Ivor Izaskun Jaciara Jacinta Jacky Jacobo Jago Jannis Jantje Jasna Jelmer Jeltje Jemma Jerker Jessika Joaquina
Jocelyne Jonna Jöns Josette Josje Josselin Josué Jude Junaid Jurgis Jurre Jussara Justo Justus Jytte Kadiatou Kalani
Karine Kārlis Karola Kaspar Kasun Katia Katri Kayleigh Keoni Kerrin Kerryn Ketil Khady Kicki Kiera Kimber Kirra Kjetil
Klas Kolbjørn Kresten Krister Kumari Kyla Laurenz Lazare Léandre Leela Leilani Leonhard Leopoldo Licia Lígia Liron
Lisbet Liselotte Livio Loes Lourenço Lucilla Lucio Lucrezia Luigia Lurdes Madalena Maddalena Madhavi Maëlys Magali
Magnhild Maiken Maj Malachi Manaia Manel Manlio Marceau Mared Marika Marilena Mariola Marjatta Marjolaine Marlies
Marthe Martim Martino Maryline Maryna Maryse Marzia Mathis Mattia Médéric Meiling Meindert Meinhard Merten Micaela
Micha Mikaela Mirco Mirella Mirte Morgana Morton Murad Nadège Nadira Nam Nándor Narelle Natale Naveed Nazaret Nazia
Ndeye Neele Neusa Neville Ngaire Nicla Nieves Niina Nimal Nino Noga Notburga Nunzia Nunzio Octavio Oded Odete Odette
Ohad Oili Olimpia Olympe Omari Oreste Ottavio Ottoline Palmiro Panagiota Paride Pepijn Pertti Petteri Philibert Pier
Piergiorgio Pierluigi Pierrick Pina Pontus Prudence Quirino Quitterie Raelene Raimondo Raimund Raimundo Raoul
Raphaëlle Ratko Rebekka Remedios Renke Rikard Rimas Rinske Rizwan Roald Rodrigue Romaric Romeu Romina Romolo Romy
Ronaldo Ronja Rosalba Rosamund Rosaura Rosi Rukhsana Sabina Salif Samanta Samina Sanath Sanni Sebastiano Sebastião
Sékou Semyon Sergi Severino Seydou Shanta Sidonie Sidsel Siegbert Sieglinde Sietse Sigge Sigmar Sigmund Silvano Siméon
Sissel Sjaak Slaven Slavica Soheila Solange Solfrid Sönke Soyeon Stellan Sunethra Susannah Svea Swenja Sylvaine
Sylvestre Synnøve Tabea Tadeu Tancrède Tancredi Tannie Tariro Tecla Telma Teodoro Tetyana Teunis Thaddäus Thalita
Thandeka Théophile Thijmen Thinh Thorben Thushara Tijana Tilmann Tiphaine Titia Tochi Tomke Torgny Toril Traudl Tullio
Ubaldo Uli Ulisses Ülle Ullrich Ulysse Urbain Urte Vaira Valdemar Valentine Valentino Vanda Vanesa Vebjørn Vicenta
Vigdis Viggo Vilgot Vilhelm Villads Vincenza Violaine Violette Virgilio Vivien Wambui Wanjiku Waqas Wencke Wendelien
Wendelin Wenzel Wieland Wieteke Wietske Wilfrid Wiltrud Wiremu Wytse Xoán Xosé Yago Yasmina Yfke Yifat Yishai Ymke
Yngvar Yoann Yochanan Yohan Yorgos Yosef Yvon Zafar Zilda Zinaida Zineb Zorica Zsuzsa Zulema Zygmunt
"""


@cache
def given_names() -> frozenset[str]:
    """All of them, folded."""
    return frozenset(fold(f"{CENSUS} {_LISTS} {MORE}").split())
