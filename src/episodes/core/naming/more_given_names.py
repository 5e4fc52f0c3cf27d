"""More given names, of Europe, Africa and Asia; words for things and places, and surnames, are left out."""

MORE = """
Abdelaziz Abdelkader Aharon Aislinn Akinwumi Arman Arnar Árni Asaf Asal Ásgeir Åshild Aviva Azzurra Bárður
Bautista Behnaz Bekele Bice Biel Bjarni Bosse Bowen Brayan Bronson Burkhart Cade Caden Camilo Cássia Cassius
Chana Charalambos Charline Charo Chinonso Christoffer Citlali Concita Cyriaque Daiki Dairo Danika Daxton Demarcus
Dongwon Duván Ebbe Egill Eike Elliana Emersyn Eneko Ennio Esben Eyð Ezequiel Farnaz Feridun Fiete
Finnegan Focko Furkan Gaute Gauvain Gisle Goyo Grayson Greyson Griet Gwendal Gwenola Györgyi Hagai Hằng
Hansruedi Haoran Harlow Haruto Hatem Heidemarie Heidrun Helgi Henny Hertha Hidde Hildur Hirut Høgni Hörður Houda
Huub Idil Ije Ilmari Ingibjörg Irenosen Isamu Isaure Itzel Itzik Jacco Jaider Jákup Jamaal Jameson Jaxson Jayce Jef
Jernej Jhon Jhonatan Jianguo Jiaying Jitske Jiyoung Jógvan Johanne Jordane Juliano Jürg Kade Kaito Kaiya Kanye Karsyn
Katrien Katsuya Kauã Kawtar Kentaro Kenzie Killian Kiprono Kirstine Klabund Köbi Koenraad Koldo Kristinn Kuba
Kwadwo Ladislas Lale Lautaro Lennox Leobardo Lilja Ljudmila Loek Louane Louison Luisella Lungile Maéva
Maíra Maïwenn Maju Makenna Marceline Mariele Marjo Martí Mateja Matija Maurane Mayeul Mayumi Maziar Méline Miia
Minsoo Mitsuko Momme Mostafa Mumbi Nadim Nahuel Naïma Nanami Nasim Natuza Navid Neda Niccolò Niko Nikolina
Ninon Njål Njoroge Nkosana Nuray Nyambura Nyla Nynke Odhiambo Odilon Ofir Oğuz Okechukwu Oriana Orna Ottfried
Pacôme Paulien Paulin Peder Perceval Pooya Prabhakar Rachida Ragnheiður Ranjan Redouane Regula Reinhardt
Reinhart Resi Reto Roeland Rosmarie Rotimi Rozenn Ruedi Rúni Ruoxi Ruti Rylan Sakura Santi Seoyeon Shahin Shida
Shima Shinya Shlomi Shon Sietske Silvan Sioned Sixtine Siyabonga Soizic Søs Špela Sridhar Steinunn Stine Subramaniam
Sunghoon Svantje Synne Tarkan Teresio Thore Tigist Tijn Tjorven Tobin Tormod Torun Tristen Tugdual Tumi Tùng Txell
Tyree Tyrese Ubbo Ueli Urs Uzoma Valérian Vasudha Vaughan Veera Veerle Vianney Victorine Vilmos Vladan Vreni Vroni
Waltraut Wanne Wassim Weiwei Wilmer Wladimir Wolfhard Xabier Xiaohong Xiuying Yadira Yamila Yaniv Yarden
Yasuhiro Yeison Yenny Yesica Yifei Yıldız Yinka Yohannes Yoni Yuliana Yuto Yuxuan Zayn Zeca Zélie Zenzi Zhiyong Zihan
Živko Zohreh Þóra Þorsteinn Þórunn Ангелина Аркадий Богдан Даниил Диана Карина Кристина
"""
