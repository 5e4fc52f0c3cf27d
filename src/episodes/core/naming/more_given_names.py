"""More given names, of Europe, Africa and Asia; words for things and places, and surnames, are left out."""

MORE = """
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
