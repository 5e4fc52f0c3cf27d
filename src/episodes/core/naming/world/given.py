"""Given names of many peoples that the other lists do not have, folded, asked only where a phrase stands beside."""

from __future__ import annotations

from functools import cache

from episodes.core.naming.folding import fold

_NAMES = """
Bernát Donát Renát Violett Babett Bernadett Zsanett Nikolett Anett Lizett Brigitt
Aleksi Antero Antti Arja Arto Eero Eetu Eija Elina Esa Hannele Hannu Heikki Heli Henna Ilkka Inari Irma Janne Jari
Jarmo Joonas Jouni Juha Juhani Jukka Jyri Kalle Kari Katja Kimmo Kirsi Kirsti Lasse Lauri Leena Maarit Maija Marjo
Markku Marko Merja Mika Mikko Minna Miika Mirja Niina Olli Outi Paavo Päivi Panu Pasi Pekka Pirjo Pirkko Petra Pia
Raija Raimo Reijo Riikka Riitta Ritva Saara Sami Sanna Sari Satu Seppo Sirpa Soile Susanna Taina Tapani Tapio Tarja
Teemu Terhi Tero Tiina Timo Toni Topi Tommi Tuomo Tuija Tuomas Vappu Veera Vesa Ville Aino Eeva Helmi Hilkka Kaisa
Kaarina Kyllikki Marja Anu Anneli Anniina Aadu Aivar Ain Anneli Ants Arvo Eha Epp Hannes Helle Indrek Jaak Jüri Kalev
Karin Katrin Kaur Kersti Krista Kristi Külli Lauri Leho Mari Marju Mart Mihkel Peeter Piret Raivo Rein Riina Sirje
Taavi Tarvo Tiina Tiiu Triin Tõnis Tõnu Urve Ülle Ülo Aija Agnese Andris Anete Artis Arnis Baiba Daiga Elīna Gatis
Gints Guna Gunārs Ieva Ilmārs Inga Ingus Inguna Ivars Juris Kārlis Kaspars Kristīne Laila Laura Linda Lāsma Mārtiņš
Mārcis Nils Oskars Pēteris Raivis Rihards Rolands Sandra Santa Sanita Signe Valdis Viesturs Vineta Zane Žanis Aistė
Andrius Arūnas Asta Audrius Austėja Dainius Daiva Darius Dovilė Edita Eglė Giedrius Giedrė Gintarė Indrė Jolanta Jonas
Jūratė Justinas Karolis Kęstutis Kristina Laima Laimonas Lina Lukas Marius Martynas Milda Mykolas Nerijus Paulius
Petras Povilas Ramūnas Rimantas Rimas Rita Rokas Rolandas Simona Simonas Skirmantas Tomas Vaida Vaidas Valdas Vilius
Vilma Virginijus Vytas Aðalsteinn Anna Ari Arna Arnar Auður Árni Ásdís Ásgeir Ásta Baldur Birgir Birna Bjarki Bjarni
Björk Björn Bragi Brynja Dagný Dagur Edda Egill Einar Elín Erla Eyþór Finnur Friðrik Gísli Guðjón Guðlaugur Guðmundur
Guðni Guðrún Gunnar Halla Halldór Halldóra Hallgrímur Hanna Haraldur Haukur Helga Helgi Hildur Hilmar Hjalti Hrafn
Hrafnhildur Hulda Inga Ingibjörg Ingólfur Ívar Jóhann Jóhanna Jóhannes Jón Jónas Jónína Katrín Ketill Kolbrún Kristín
Kristján Kristinn Lilja Magnús Margrét María Oddný Oddur Ólafur Ólöf Ómar Pálmi Páll Pétur Ragnar Ragnheiður Rúnar
Salvör Sif Sigríður Sigrún Sigurður Sigurlaug Skúli Snorri Snæbjörn Sólveig Stefán Steinunn Steingrímur Sunna
Svanhildur Sveinn Sverrir Tinna Tryggvi Unnur Vala Valgerður Vigdís Víðir Þóra Þórarinn Þórdís Þorgeir Þorgerður
Þorsteinn Þorvaldur Þórhildur Þórunn Örn Agnar Aksel Amund Are Arild Arne Arnt Asbjørn Asle Aslak Astrid Aud Audun
Berit Bente Bjarte Bjørg Bjørn Brita Brynjar Børge Cathrine Dag Eirik Eivind Elin Ellen Else Endre Erlend Erling Espen
Eva Eystein Finn Fredrik Frode Gaute Geir Gisle Gjermund Gro Grethe Gunn Gunnhild Gunvor Guri Guro Haakon Hadia Halvor
Harald Hege Helene Helge Henning Henrik Hilde Håkon Håvard Idar Idun Ingeborg Inger Ingrid Ingvild Irene Ivar Jan Jens
Jo Jon Jonas Jorunn Jostein Jørgen Jørn Kai Karianne Kari Karsten Kine Kjell Kjersti Kjetil Knut Kolbein Kristin Kåre
Lars Laila Linn Line Liv Maren Margrethe Mari Marit Marte Martine Mathilde Mona Morten Nicolai Nikolai Nils Njål Odd
Oddvar Olav Ola Ole Olaug Pål Peder Petter Ragna Ragnhild Randi Reidar Roar Roald Roar Rolf Ronny Rune Runar Sigbjørn
Sigrid Sigurd Silje Simen Siri Sissel Sivert Sjur Sindre Snorre Solveig Sondre Steinar Stian Stig Stine Stein Svein
Sverre Synne Synnøve Tarjei Terje Thea Thor Tone Tonje Tor Tora Torbjørn Tore Torfinn Torgeir Torill Torstein Torunn
Trond Trude Trygve Turid Tuva Unni Vebjørn Vegard Vidar Vibeke Yngvild Øyvind Øystein Åse Åshild Åsne Aage Anders Ane
Annette Annemette Asger Asbjørn Astrid Bent Benedikte Bertel Birgitte Birthe Bjarne Bodil Camilla Carsten Ditte Dorte
Dorthe Ebbe Esben Flemming Frederik Freja Gitte Gudrun Hanne Helle Henriette Ib Inge Inger Iben Jakob Jens Jeppe
Jesper Jette Jonas Julie Jytte Jørgen Karen Karsten Kasper Katrine Kirsten Kirstine Kjeld Klaus Knud Kresten Kristian
Kristine Lasse Lene Line Lis Lise Lone Louise Mads Maja Malene Marianne Martin Mathias Merete Mette Mikkel Mogens
Morten Nanna Niels Nikolaj Nina Ole Oluf Palle Per Pernille Peter Pia Poul Preben Puk Rasmus Rikke Rune Sanne Sara
Signe Sidsel Simon Sine Stig Stine Susanne Svend Søren Thomas Thorkild Tine Tobias Torben Troels Trine Ulla Ulrik Vagn
Vibeke Viggo Agneta Alva Anders Anette Anna-Karin Annika Arne Axel Barbro Bengt Berit Bertil Birger Birgitta Björn Bo
Boel Britta Britt Bror Carin Carina Cecilia Christer Claes Dag Ebba Eskil Elsa Elin Emelie Erik Ewa Fredrik Frida
Greger Göran Göte Gudrun Gun Gunilla Gunnar Gustaf Gustav Håkan Hampus Hanna Hans Hedvig Helena Henrik Inga Ingela
Inger Ingrid Ingvar Jan Janne Jenny Jens Jerker Johan Johanna Jonas Jonatan Jörgen Josefin Kajsa Karin Karl Katarina
Kerstin Kicki Kjell Klara Kristina Lars Lars-Erik Leif Lena Lennart Lina Linnea Lisa Lotta Louise Love Ludvig
Magdalena Magnus Maj Malin Mårten Margareta Mats Mattias Mikael Märta Nils Ola Olle Olof Oskar Ove Pär Patrik Pehr
Pelle Per Pernilla Petter Pontus Rasmus Roger Rolf Rune Sara Sigrid Sigvard Sofia Staffan Stefan Stellan Stina Sture
Sven Svante Tage Therese Tobias Tomas Tommy Tora Torbjörn Tove Tuva Ulf Ulla Ulrica Ulrika Urban Vendela Viveka Ylva
Åke Åsa Örjan Aart Anouk Arie Arjan Arjen Bart Bas Bram Carolien Coen Cor Daan Diederik Dirk Ellen Els Erwin Esmee
Fenna Femke Floor Floris Frits Gerrit Geert Gijs Hanneke Hans Harm Heleen Henk Herman Hilde Ies Ilse Inge Ineke Jaap
Jacco Jan Janneke Jelle Jeroen Jet Joep Johan Joost Jorn Joris Jos Josje Karel Kees Klaas Koen Lieke Lies Liesbeth
Lieve Lotte Luuk Maaike Maarten Maartje Machteld Marieke Marijke Marjan Marjolein Mark Marleen Martijn Matthijs Menno
Michiel Mieke Mirjam Nelleke Niels Noortje Paulien Petra Pieter Piet Rens Renske Rik Rinke Roel Roelof Rogier Ruben
Rutger Ruud Saskia Sander Sjoerd Sofie Stijn Suzanne Teun Thijs Tijs Tineke Tjeerd Toon Veerle Wim Wouter Yvonne Ádám
Adrienn András Anett Anikó Attila Balázs Barbara Beáta Bence Bernadett Boglárka Botond Csaba Csenge Csilla Dániel
Dávid Dénes Dóra Dorottya Edina Edit Emese Endre Enikő Erika Ernő Erzsébet Eszter Etelka Éva Fanni Ferenc Flóra
Fruzsina Gábor Gellért Gergő Gergely Géza György Györgyi Gyula Hajnalka Henrietta Ibolya Ildikó Ilona Imre István Iván
János Jenő József Judit Julianna Kálmán Károly Kata Katalin Kinga Klára Kornél Krisztián Krisztina Lajos László
Levente Lilla Lívia Lóránt Magdolna Marcell Margit Mária Máté Márk Márta Márton Mátyás Melinda Mihály Miklós Mónika
Nándor Nikolett Nóra Norbert Noémi Olivér Orsolya Ottó Pál Péter Petra Piroska Réka Rita Róbert Roland Sándor Sára
Szabolcs Szilárd Szilvia Tamara Tamás Tibor Tímea Tünde Vera Veronika Viktor Viktória Vilmos Vince Virág Zita Zoltán
Zsanett Zsófia Zsolt Zsombor Zsuzsa Zsuzsanna Adelina Adina Adrian Alin Amalia Ana Anca Andra Andrada Andrei Anghel
Aura Aurel Aurelia Bianca Bogdan Călin Cătălin Cezar Ciprian Codrin Codruța Constantin Corina Cornel Cosmin Crina
Cristi Cristian Cristina Dacian Dan Dana Daniela Delia Denisa Diana Dinu Dorel Dorin Doru Dragoș Ecaterina Elena Emil
Emilia Eugen Filip Flavia Florentina Floriana Gabi Gabriela George Georgeta Gelu Gina Grigore Horațiu Iancu Ilie
Ilinca Ioan Ioana Ion Ionela Ionel Irina Iulian Lăcrămioara Lavinia Lia Liviu Loredana Luminița Manuela Marcel Marian
Mariana Marin Marius Matei Mădălina Mihnea Mihail Mirona Monica Narcis Neculai Nicu Nicușor Ovidiu Oana Octavian Paul
Petre Petru Petruța Rareș Remus Roxana Ruxandra Sebastian Sergiu Silvia Simona Sorana Sorin Ștefania Teodora Theodor
Toma Tudor Valentin Valeriu Vasile Veronica Victor Viorica Virgil Vlad Vladimir Abdülkadir Adem Adnan Ahmet Akif Ali
Alp Altan Anıl Arif Asım Asuman Atilla Ayça Aydan Aydın Ayfer Ayhan Ayşegül Ayten Azra Bahadır Barış Başar Batuhan
Bedri Belgin Bengü Berat Beril Berkay Beste Beyza Bilge Birgül Birol Boğaç Bora Buğra Burak Burcu Bülent Büşra Canan
Cansu Cem Cemal Cengiz Ceren Cevat Ceyda Ceyhun Cihan Cüneyt Çağatay Çağla Çağlar Çiğdem Defne Demet Deniz Derya Didem
Dilara Dilek Doğa Doğan Doğukan Duygu Ebru Ece Ecem Eda Efe Ege Ekin Ekrem Elçin Elif Emel Emin Emine Emrah Emre Ender
Engin Enis Ercan Erdal Erdem Eren Erhan Erkan Erol Ersin Ertan Ertuğrul Esen Esin Esra Evren Ezgi Fadime Fahri Faruk
Fatih Fatma Ferda Ferhat Feride Feyza Fırat Figen Filiz Fuat Funda Furkan Gamze Gizem Gonca Gökay Gökçe Gökhan Gönül
Gözde Gül Gülay Gülcan Gülin Gülşah Gülsüm Güney Gürkan Güven Hakan Hale Halil Halit Haluk Hande Hasan Hatice Hayri
Hazal Hülya Hüseyin Hüsnü İbrahim İlhan İlkay İlker İnci İpek İrem İsmail İsmet Kaan Kadir Kemal Kenan Kerem Kerim
Koray Korhan Kubilay Kutay Lale Leyla Levent Mahir Mahmut Mehmet Mehtap Melek Meltem Melike Melis Meral Merve Mert
Mesut Metin Mine Mithat Muhammed Murat Musa Mustafa Muzaffer Müge Mümtaz Müjde Nalan Nazan Nazlı Necati Necla Nermin
Neşe Nevzat Nihal Nihan Nihat Nil Nilay Nilgün Nilüfer Nuray Nurcan Nuri Oğuz Oğuzhan Okan Oktay Onur Orhan Osman Oya
Ozan Ömer Önder Övgü Özcan Özge Özgür Özlem Pelin Pınar Ramazan Recep Reha Remzi Rıza Sabri Salih Samet Sanem Savaş
Seda Sedat Seçil Seçkin Selçuk Selda Selim Selin Selma Semih Semra Serap Serdar Serkan Serpil Sertaç Sevgi Sevil Sezen
Sibel Sinan Simge Songül Soner Suat Şafak Şahin Şebnem Şenay Şengül Şerif Şule Şükrü Tamer Taner Tansu Tarık Taylan
Tayfun Tolga Tuba Tuğba Tuğçe Tuna Tuncay Turan Turgay Turgut Tülin Ufuk Uğur Umut Ümit Ümran Vedat Veli Volkan Yağmur
Yalçın Yasemin Yavuz Yeşim Yıldız Yiğit Yılmaz Yunus Yusuf Zafer Zehra Zeki Zerrin Zeynep Zuhal Adi Adinda Aditya
Agung Agus Agustinus Ahmad Aisyah Alif Amelia Ananda Andi Andika Andre Anggi Anggun Anies Anisa Annisa Ardi Ari Arief
Arif Arya Asep Astri Ayu Bagas Bagus Bambang Bayu Budi Budiman Cahya Cahyo Chandra Citra Dedi Dede Desi Dewi Dhani
Dian Didi Dimas Dina Dini Dodi Doni Dwi Eka Eko Endah Erna Erwin Fajar Farah Fauzi Fauzan Febri Ferry Firman Fitri
Galih Gilang Ginanjar Gita Guntur Hadi Hafiz Handoko Hari Haris Hasanah Hendra Hendri Herman Heru Iin Ika Ilham Imam
Indah Indra Intan Irfan Irwan Iqbal Joko Jaya Kartika Krisna Laksmi Lestari Lia Lukman Luthfi Made Maulana Maya Mega
Melati Muhammad Mulyadi Nadia Nanda Nia Ningsih Nita Novi Novita Nugroho Nur Nurul Oki Pandji Permata Prabowo Pratama
Putra Putri Putu Rachmat Raden Rafi Rahma Rahmat Rahmi Raka Rama Rani Ratih Ratna Reza Rian Ridwan Rina Rini Risa
Rizal Rizki Rizky Rudi Rudy Sandi Santi Sari Septian Shinta Sigit Sinta Siti Slamet Soleh Sri Sugeng Suharto Sulis
Surya Susi Susilo Syahrul Taufik Taufiq Teguh Tia Titi Tri Triyono Umar Utami Vina Wahyu Wahyuni Wawan Wayan Widi
Widya Wulan Yanto Yoga Yogi Yohanes Yudi Yudha Yuli Yulia Yusuf Zainal Zaki Αγγελική Αθηνά Αικατερίνη Αλέκος
Αλέξανδρος Αλεξάνδρα Αλέξης Ανδρέας Ανέστης Αντιγόνη Αποστόλης Αργύρης Άρης Αρετή Βαγγέλης Βάσω Βασιλική Βίκυ Γιάννης
Γεωργία Γεράσιμος Γρηγόρης Δανάη Δέσποινα Διονύσης Ειρήνη Ελευθερία Ελίνα Ελισάβετ Ερμιόνη Ευαγγελία Ευγενία Ευθύμης
Εύη Ζωή Ηλίας Ηρακλής Ηρώ Θάνος Θεανώ Θέμης Θεοδώρα Θοδωρής Θωμάς Ιάσονας Ιφιγένεια Ιωάννα Ιωάννης Καλλιόπη Κατερίνα
Κυριακή Κωνσταντίνα Κωνσταντίνος Λάμπρος Λένα Λευτέρης Λίνα Λουκάς Λυδία Μάγδα Μάκης Μαίρη Μανώλης Μάνος Μαρίνα Μάριος
Μαριάννα Μαριλένα Μάρκος Μάρθα Μελίνα Μιχάλης Μιχαήλ Μυρτώ Νάντια Νατάσα Νεφέλη Νικήτας Νικόλας Νικόλαος Νίκη Ξένια
Όλγα Ορέστης Παναγιώτης Παναγιώτα Παντελής Παρασκευή Παύλος Πηνελόπη Ράνια Ρένα Σάκης Σάββας Σπύρος Σταμάτης Σταύρος
Σταυρούλα Στέλιος Στέλλα Στέργιος Στέφανος Σωτήρης Σωτηρία Τάκης Τάσος Τίνα Φάνης Φίλιππος Φωτεινή Φώτης Χάρης Χαρά
Χαράλαμπος Χλόη Χριστίνα Χριστόφορος Χρύσα Агнешка Анатолій Арсен Багров Богдан Богдана Валерій Валерія Василь
Василина Віктор Вікторія Віра Віталій Владислава Володимир Всеволод Галина Ганна Григорій Данило Дар’я Дарина Дмитро
Едуард Євгенія Єлизавета Зоряна Інна Ілля Йосип Катерина Кирило Лариса Леся Любов Людмила Максим Маріанна Марта
Мар’яна Мирослав Мирослава Михайлина Назар Наталка Нестор Олесь Олександра Остап Павло Пилип Роксолана Святослав
Соломія Соня Степан Уляна Федір Христина Юліана Юрко Ярослава Ярина Азамат Айгуль Алихан Альберт Альбина Анфиса
Аркадий Арина Вадимир Василиса Вениамин Виолетта Влад Влада Герман Данила Даниил Диана Ева Жан Злата Игнат Инга Камила
Карина Кристина Лада Лана Леонид Леся Линда Лука Марат Марьяна Матвей Милана Мила Мирон Михаил Назар Оскар Платон
Равиль Радик Рената Ренат Рината Ринат Родион Руслан Рустам Савва Савелий Святослав Снежана Таисия Тимофей Эльвира
Эмма Яков Ангел Асен Атанас Биляна Бисер Бойко Божидар Бончо Борил Борислав Валери Валя Васил Весела Венета Венцислав
Веселин Весна Вяра Галя Ганчо Георги Гергана Десислава Деян Димитрина Добромир Евелина Емил Живко Ивайло Иво Илиана
Илко Ирена Калина Калоян Камен Кирил Красимира Кремена Лилия Лора Любен Любомир Магдалена Мариана Мартин Милен Милена
Мира Наум Невена Недялко Огнян Орлин Пенка Петя Преслав Пламена Радослав Радослава Ралица Росен Росица Румяна Самуил
Силвия Славена Спас Стефка Стоян Теодора Тодорка Филип Христо Цвета Цветан Цветелина Юлиан Яна Явор Biserka Borna Božo
Dino Domagoj Dražen Duje Dubravka Dunja Edin Emir Frano Hana Helena Hrvoje Igor Ines Ivana Iva Ivo Jadranka Jakov
Jasmin Jasmina Jelka Josipa Jure Jurica Kata Katarina Krešimir Kristina Lana Lea Lidija Lovro Ljiljana Maja Marin
Marina Mario Martina Mate Mateja Matija Mia Mirela Mirko Mislav Nataša Neven Nevenka Nikolina Nina Nives Petra Renata
Rijana Robert Roko Senka Silvija Sara Snježana Stjepan Suzana Tatjana Tea Tena Toni Tonči Valentina Vanja Vedrana
Velimir Viktor Vinko Vjekoslav Vlatka Vlatko Zdenko Zlatko Zrinka Željka Živko Ajda Alenka Aleš Andraž Andrej Anja
Anže Barbara Blaž Bojana Borut Boštjan Breda Brigita Ciril Darja Domen Drago Franc Gašper Gregor Irena Iztok Janez
Janja Jernej Jerneja Jože Jožica Jure Katja Klemen Ksenija Lojze Luka Majda Manca Marjan Marjana Marjeta Marko Marta
Matevž Matic Matjaž Metka Miha Mija Mitja Mojca Nace Nejc Nika Peter Polona Primož Renata Rok Sabina Samo Saša Sonja
Špela Stane Tadej Tanja Tilen Tina Tjaša Tone Urban Urša Urška Uroš Vida Vesna Vid Žan Žiga
"""


@cache
def more_given() -> frozenset[str]:
    return frozenset(fold(_NAMES).split())
