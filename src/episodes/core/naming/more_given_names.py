"""More given names, of Europe, Africa and Asia; words for things and places, and surnames, are left out."""

MORE = """
Basti Floortje Jule Matze Mischa Svetla Tonje Yevgenia Yevheniia
Achim Alois Andreas Anja Anke Annegret Anneliese Antje Armin Arne Astrid Axel Bastian Beate Beatrix Benedikt Bernd
Bernhard Birgit Björn Boris Britta Burkhard Carsten Caspar Christiane Christoph Clemens Constanze Dagmar Detlef Detlev
Dieter Dietmar Dietrich Dominik Eberhard Eckart Eckhard Eckhart Elke Erich Ernst Ferdinand Florentine Florian
Franziska Frauke Frederik Friederike Friedrich Fynn Gabi Gabriele Georg Gerd Gerhard Gerlinde Gert Gesine Gregor
Gudrun Gustav Götz Günter Günther Hannelore Hannes Harald Hartmut Heide Heike Heiko Heiner Heinrich Heinz Helge Helmut
Hendrik Henrike Henning Hermann Holger Holm Horst Hubertus Ilse Inga Inge Ingeborg Ingo Jakob Janina Jannik Jens Joachim
Jochen Johann Johannes Joko Jonas Josef Jutta Jörg Jürgen Kai Karsten Katharina Kathrin Katja Katrin Kerstin Kilian
Klaas Klaus Konrad Konstantin Korbinian Lars Lennart Leonie Leopold Linus Lorenz Lothar Ludger Ludmila Ludwig Luise
Lukas Lutz Maja Malte Manfred Mareike Margarete Marius Markus Mathias Mathilde Matthias Maximilian Mechthild Meike
Micky Mirjam Mirko Moritz Nadja Nele Niels Niklas Nikolaus Nils Olaf Ole Oskar Ottmar Pascal Peer Philipp Pia Rainer
Ralf Reiner Reinhard Reinhold Renate Rolf Rudi Rudolf Rupert Rüdiger Sabine Sascha Saskia Severin Siegfried Sigrid
Silke Sina Steffen Steffi Sven Svenja Swantje Sybille Tanja Tatjana Theo Thorsten Till Tilman Timo Tobias Torben
Torsten Traute Udo Ulf Ulrich Ulrike Uta Ute Uwe Valentin Verena Veronika Viktor Viktoria Volker Volkmar Walburga
Waltraud Werner Wiebke Wilfried Wilhelm Willi Willy Winfried Wolf Wolfgang Wolfram Yannick
Adrien Adèle Agathe Agnès Aimée Alain Albane Alexandre Amandine Amélie Anaïs André Arnaud Aude Augustin Aurore Aurélie
Aurélien Baptiste Barthélemy Bastien Benoît Bertrand Béatrice Bérénice Chantal Chloé Christelle Christophe Clotilde
Clémence Clément Coline Corentin Cyril Cécile Céline Danièle Didier Emmanuelle Eugénie Fabien Fabrice Fleur Florent
François Françoise Frédéric Frédérique Félicie Gaspard Gauthier Gaël Gaëlle Geneviève Geoffroy Georges Germain
Ghislain Gilles Grégoire Grégory Guillaume Gwenaëlle Gérard Henri Hervé Hortense Hugues Hélène Ignace Inès Jacques
Josiane Joséphine Joël Jules Julien Jérémie Jérémy Jérôme Laetitia Laure Laurent Liliane Loïc Luc Lucie Lucien Ludovic
Lydie Léa Léo Léon Léopold Manon Margaux Marielle Marine Mathieu Matthieu Maud Maxence Maxime Maël Mehdi Michèle
Mireille Morgane Myriam Mélanie Nathalie Noémie Noël Océane Odile Olivier Pascale Perrine Philippe Pio Raphaël Renaud
René Rodolphe Romain Roselyne Régis Rémi Rémy Salomé Sandrine Serge Sofiane Solène Stanislas Stéphane Stéphanie
Sylvain Sylvie Sébastien Séverine Tanguy Thibaud Thibault Thierry Théo Thérèse Timothée Tristan Valérie Victoire
Virginie Viviane Véronique Yann Yves Zaccaï Zoé Édith Édouard Élise Élodie Émile Éric Étienne
Agustín Ainhoa Aitor Amaia Andrés Arnau Asunción Begoña Belén Borja Claudio Concepción Concha Cristian Cristóbal César
Elías Encarnación Eugenio Fabiola Fermín Fernanda Félix Gema Genaro Hernán Horacio Héctor Iker Inmaculada Inés Iván
Jacinto Jaume Jesús Jimena Joaquín Jordi Josep Josu José Juanjo Julián Leandro Leire Lucía Macarena Manolo Marcela
Marcelo Martín María Mateo Matías Mireia Montse Montserrat Mónica Nerea Nicolás Noelia Nuria Nuño Oriol Paco Paloma
Paola Pascual Pau Pepa Pepe Pere Ramón Raúl Rocío Rosalía Rubén Saúl Simón Sofía Tomás Unai Valentina Verónica Vidal
Violeta Víctor Xavi Ximena Zaira Álvaro Ángel Ángela Ángeles Óscar
Agnese Aldo Alessandra Alessandro Alessia Alessio Annalisa Antonella Arianna Attilio Carlotta Carmine Caterina Cesare
Chiara Cinzia Corrado Costanza Cristiano Damiano Daniele Dario Davide Dino Domenico Donatella Edoardo Eleonora
Elisabetta Emanuela Emanuele Emiliano Enrica Enrico Enzo Ermanno Ettore Fabio Fabrizio Federica Ferdinando Filippo
Fiorenza Flavia Flavio Francesco Franco Fulvio Gabriella Gaetano Gaia Giacomo Giancarlo Gianfranco Gianluca Gianluigi
Gianmarco Gianni Gigi Ginevra Gino Giorgia Giorgio Giovanna Giovanni Giulia Giuliana Giuliano Giulio Giuseppe
Giuseppina Giusy Graziano Guglielmo Guido Ilaria Ivana Ivano Jacopo Lavinia Letizia Livia Lorenza Luca Luciana Luciano
Ludovica Ludovico Luigi Marcello Margherita Massimiliano Massimo Matteo Maurizio Mauro Michela Milena Nicola Nicolò
Ombretta Orietta Osvaldo Ottavia Paolo Patrizia Piera Piero Pietro Pino Raffaele Raffaella Renata Renato Renzo
Riccardo Rosaria Rossana Rossella Ruggero Samuele Sandro Saverio Silvana Silvio Simona Stefania Stefano Tiziana
Tiziano Tommaso Ugo Umberto Valerio Vincenzo Vittoria Vittorio Viviana
Afonso Andreia António Arnaldo Augusto Benedita Bruna Bárbara Caetano Caio Camila Catarina Cláudia Cláudio Cátia Célia
Danilo Davi Diogo Domingos Duarte Débora Edson Filipa Filipe Flávia Flávio Fábio Fátima Giovana Gonçalo Guilherme
Heitor Henrique Igor Inês Isabela Ivo Jair Joana Joaquim João Júlia Júlio Letícia Luana Luiz Luís Luísa Lívia Lúcia
Mafalda Margarida Mateus Matheus Márcia Márcio Mário Mônica Natália Nuno Otávio Patrícia Paulo Renan Rogério Rosana
Rui Simão Sérgio Sílvia Sônia Tatiana Telmo Thiago Tiago Tânia Valentim Vasco Vinícius Vânia Vítor Wagner Yara Zélia
Érica
Adriaan Anneke Anouk Arjan Arjen Bas Bastiaan Bram Carolien Casper Cees Coen Cor Daan Diederik Douwe Eelco Els Emiel
Esmee Evert Femke Fien Floor Floris Frans Freek Geert Gerben Gerrit Gijs Guus Hanneke Harm Harmen Heleen Henk Hilde
Ineke Jaap Janneke Jelle Jeroen Joep Johan Joke Joost Joris Jorrit Jos Jurgen Karel Kees Koen Laurens Leendert Lieke
Lies Lisette Lotte Luuk Maaike Maarten Machteld Margriet Marieke Marije Marijke Marijn Marit Marjan Marjolein Marleen
Martijn Matthijs Maurits Menno Merel Michiel Miek Mieke Nanda Niek Noortje Onno Piet Pieter Pim Reinier Remco Rens Rik
Robbert Roel Roelof Roos Rutger Ruud Sander Sanne Siebe Sjoerd Stef Stijn Sybren Teun Thijs Thom Tijmen Tijs Tineke
Tjeerd Ton Toon Wessel Wiebe Willem Willemijn Wim Wouter Yorick
Agneta Aino Aki Aksel Alf Anders Ane Anette Anneli Annika Antero Antti Anu Ari Arild Arja Arto Arvid Asbjørn Aslak
Atle Aud Bengt Berit Birgitta Birgitte Birte Bjarki Bjarne Bjørn Bodil Brit Britt Børge Carin Carina Cecilie Christer
Claes Claus Dag Dagfinn Ebba Eero Eeva Egil Eija Einar Eino Eirik Eivind Elin Elina Ellinor Else Erkki Erland Erlend
Esa Espen Filip Finn Flemming Fredrik Frida Frode Geir Gitte Gro Gry Gudmund Gunilla Gunnar Gunnhildur Gustaf
Guðmundur Guðrún Gísli Halvard Hampus Hanne Hannu Harri Hedda Hedvig Heikki Heli Henrik Hjalti Håkan Håkon Håvard
Ilkka Inger Ingmar Ingvild Isak Ivar Iver Jaakko Jani Janne Jannicke Jari Jarl Jarmo Jenni Jeppe Jesper Joakim Jorma
Josefin Josefine Jouni Juha Juhani Jukka Jussi Jón Jørgen Jørn Kaare Kaarina Kaija Kaisa Kaj Kalle Karoline Kasper
Katarina Katrine Katrín Kimmo Kirsi Kirsti Kjartan Kjell Kjersti Klara Knud Knut Kristian Kristján Kristoffer Kåre
Lasse Laust Leena Leif Liisa Linn Linnea Lisbeth Lise Liselott Liv Lotta Lykke Maarit Mads Magnus Maija Majken Malene
Malin Margareta Margrethe Mariann Markku Marko Marte Martine Mats Matti Merete Mervi Mette Miika Mika Mikael Mikkel
Mikko Minna Mirja Moa Mogens Morten Nanna Niclas Noora Oda Oddvar Olav Olli Olof Oluf Outi Paavo Palle Pasi Patrik
Pekka Pentti Per Pernilla Pernille Petri Petter Pirjo Poul Preben Päivi Ragnar Ragnhild Raija Raimo Rasmus Reidar
Reijo Riikka Riitta Rikke Risto Ritva Roar Ronny Runar Rune Saara Sami Samuli Sanna Satu Seppo Signe Sigríður Sigurd
Sigurður Silje Simen Siri Sirpa Siv Sofie Solveig Stein Steinar Stian Stig Stina Suvi Svein Sverre Sæmundur Søren Tage
Taina Tapani Tapio Tarja Teemu Teppo Terhi Terje Tero Thea Thor Thorbjörn Tiina Tone Topi Tor Tora Torbjørn Tord Tore
Aafke Aart Abdelaziz Abdelkader Adinda Adriano Åge Agnete Aharon Aislinn Akinwumi Alrun Amalie Ania Annemette Anni
Annkathrin Anxo Aránzazu Arman Arnar Árni Arnim Asaf Asal Ásgeir Åshild Assar Atze Audun Aviva Azzurra Babet Babette
Barkha Barrett Bárður Bautista Beckett Behnaz Bekele Beñat Bennett Bertel Bertille Bice Biel Birk Bjarni Blandine
Bohuslav Bolette Bosse Boudewijn Bowen Brage Brayan Brechtje Breno Brita Bronson Burkhart Cade Caden Calle Camilo
Candela Carles Carlijn Carme Cássia Cassius Célestin Čeněk Chana Charalambos Charline Charo Chinonso Christoffer
Citlali Concita Cullen Cyriaque Daiki Dairo Danika Daxton Demarcus Devonte Dieuwertje Doeke Dolors Dongwon Dorothée
Duván Ebbe Eckard Edda Eduard Eelke Egill Eigil Eike Elfie Elisângela Elliana Eloy Emersyn Emicida Emmi Encarna Eneko
Ennio Esben Eskil Esperança Evelina Eveline Eyð Eystein Ezequiel Falko Farnaz Fawaz Feike Félicien Ferdi Feridun Fiete
Finja Finnegan Flavien Floriane Focko Franciszek Friedbert Friedemann Furkan Gaizka Gaute Gauvain Gerbrand Gerdi
Gisbert Gisle Gönül Gorm Goyo Grayson Greyson Griet Guntram Gwendal Gwenola Györgyi Hagai Hằng Hansruedi Haoran Harlow
Hartwig Haruto Hatem Heidemarie Heidrun Helgi Hella Helmar Helmi Hema Henny Herlinde Hertha Herwig Høgni Hidde Hildur
Hilmar Hirut Hörður Houda Howell Huub Idil Idoia Idun Ignasi Iida Ije Ilja Ilmari Ingibjörg Iratxe Irenosen Isamu
Isaure Itzel Itzik Jacco Jacobine Jagoda Jaider Jákup Jamaal Jameson Jannetje Jarkko Jarrett Jaxson Jayce Jef Jella
Jernej Jhon Jhonatan Jianguo Jiaying Jitske Jiyoung Jobst Jógvan Johanne Jokin Jolande Joop Jordane Joschka Jost
Juliano Jürg Kade Kahu Kailani Kaito Kaiya Kanye Karsyn Katrien Katsuya Kauã Kaushik Kawtar Keld Kellan Kentaro Kenzie
Kersten Kiefer Killian Kiprono Kirstine Kjeld Klabund Klavs Köbi Koenraad Koldo Kolja Korinna Krischan Kristiina
Kristinn Kuba Kwadwo Kyllikki Ladislas Laís Lale Lapo Lautaro Lella Lennox Leobardo Levin Liesel Lieve Lilja Lilli
Lioba Ljudmila Lluís Loek Louane Louison Lova Lærke Luisella Lungile Lyra Maéva Maíra Maísa Maïwenn Majka Maju Makenna
Måns Marçal Marceline Marchen Mareile Mariele Marjo Martí Mascha Mateja Matija Maurane Maxi Mayeul Mayumi Maziar
Melina Méline Melker Meret Merrick Miia Milada Minsoo Mitsuko Momme Mostafa Mumbi Naděžda Nadim Nahuel Naïma Naji
Namita Nanami Nasim Natuza Navid Nayara Neda Neeltje Niccolò Niko Nikolina Ninon Njål Njoroge Nkosana Noelani Nuray
Nyambura Nyla Nynke Nzinga Odhiambo Odilon Ofir Oğuz Oihana Okechukwu Oktay Þóra Oriana Orna Orsola Orson Þorsteinn
Þórunn Östen Ottfried Pacôme Parvati Patryk Paulien Paulin Peder Perceval Philine Pooya Prabhakar Rachida Radoslav
Ragnheiður Raíssa Ranjan Rauno Raveesh Redouane Regula Reinhardt Reinhart Reinout Remei Resi Reto Ricard Rickard Rieke
Rinus Roderich Roeland Romola Roser Rosmarie Rotimi Rozenn Ruedi Rúni Ruoxi Ruti Rylan Saioa Sakura Santi Seoyeon
Servane Shahbaz Shahin Shida Shima Shinya Shlomi Sholto Shon Sietske Sigvard Silvan Sioned Sixtine Siyabonga Sjur
Soizic Solenne Soline Špela Sridhar Søs Steinunn Stine Sturla Suad Subramaniam Sunghoon Sunniva Svantje Sverker Synne
Sytske Tarkan Tavis Teresio Thees Theodor Thit Thore Thorkild Tiernan Tigist Tijn Tilde Timm Tjorven Tobey Tobin Torin
Torleif Tormod Torun Tristen Tugdual Tumi Tùng Tuulikki Txell Tyree Tyrese Ubbo Ueli Ulric Undine Urs Ursel Uzoma Vagn
Valère Valérian Valter Varinia Vasudha Vaughan Veera Veerle Vendula Vetle Vianney Vicent Victorine Vilmos Vitória Vivi
Vladan Volkhard Vreni Vroni Waltraut Wanne Wassim Weiwei Wenke Wibke Wieger Wilmer Wladimir Wolfhard Xabier Xiaohong
Xiuying Yadira Yamila Yaniv Yannic Yarden Yasuhiro Yeison Yenny Yesica Yifei Yinka Yıldız Yohann Yohannes Yoni Yuliana
Yuto Yuxuan Zaida Zayn Zeca Zeger Zélie Zenia Zenzi Zhiyong Zihan Živko Zohreh Ангелина Аркадий Богдан Даниил Диана
Карина Кристина
"""
