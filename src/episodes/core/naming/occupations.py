"""What people do for a living, by language: words that say who somebody is and, unlike `ROLES`, may be surnames too."""

from __future__ import annotations

from episodes.core.naming.folding import fold

#: Only singular: `the potter Ann Lee`; two of a trade are seldom named with it.
_BY_LANGUAGE = {
    "en": """
        vet grower keeper wicketkeeper bowler batsman publican landlord landlady innkeeper drover shearer crofter
        smallholder shepherd shepherdess elder chaplain vicar rector curate canon abbot nun monk imam deacon cantor
        verger organist harpist flautist flutist oboist clarinettist clarinetist trumpeter trombonist saxophonist
        violist fiddler accordionist piper percussionist lutenist organ-builder luthier soprano mezzo tenor baritone
        bass conductor choirmaster principal headteacher headmaster headmistress schoolteacher tutor dean provost
        chancellor postdoc student undergraduate apprentice intern warden ranger gamekeeper forester arborist
        fishmonger greengrocer grocer baker miller cook brewer cheesemaker cider-maker distiller maltster roaster
        barista bartender bartender's confectioner patissier potter ceramicist weaver knitter quilter seamstress
        tailor
        dressmaker milliner cobbler shoemaker saddler blacksmith farrier tinsmith goldsmith silversmith jeweller
        jeweler
        watchmaker clockmaker carpenter joiner cabinetmaker boatbuilder shipwright bricklayer stonemason mason roofer
        thatcher plasterer plumber electrician welder fitter machinist mechanic locksmith glazier glassblower
        bookbinder
        printmaker printer typographer calligrapher conservator restorer archivist registrar auctioneer antiquarian
        collector docent guide lighthouse-keeper lifeguard coastguard skipper bosun seafarer boatman ferryman
        lifeboatman
        fisher fisherwoman diver miner collier trucker driver signaller signalman signalwoman conductor railwayman
        postman postwoman courier cabbie busker clown acrobat juggler ventriloquist impressionist improviser
        storyteller dramatist librettist lyricist arranger bandleader soundman projectionist cinematographer
        documentarian documentary-maker animator costumier dramaturg dramaturge choreographer dancer ballerina skater
        skier snowboarder surfer rower climber alpinist triathlete marathoner ultrarunner sprinter hurdler jockey
        umpire
        referee paralympian olympian sportswoman sportsman chessmaster grandmaster gamer streamer modder speedrunner
        technologist technician statistician actuary bookkeeper broker underwriter treasurer notary paralegal
        magistrate
        coroner constable sheriff sergeant inspector probation-officer social-worker caseworker counsellor counselor
        mediator interpreter lexicographer etymologist grammarian classicist medievalist egyptologist folklorist
        genealogist ethnographer demographer geophysicist geochemist biochemist biophysicist crystallographer
        metallurgist glaciologist hydrologist volcanologist seismologist vulcanologist palaeoecologist agronomist
        horticulturist arboriculturist beekeeper bee-keeper birder birdwatcher astrobiologist roboticist cryptographer
        cryptologist informatician logician topologist geometer planetologist anaesthetist anesthesiologist oncologist
        hospice obstetrician gynaecologist gynecologist geriatrician rheumatologist haematologist doula optician
        optometrist audiologist chiropractor osteopath podiatrist acupuncturist masseuse sexologist toxicologist
        undertaker mortician embalmer gravedigger sexton steward stewardess wrangler trapper tracker falconer
        leader co-author coauthor co-creator co-director co-editor co-writer co-producer survivor eyewitness
        whistle-blower
        campaigner suffragist trade-unionist unionist reformer councillor parliamentarian policymaker staffer
        philanthropist fundraiser volunteer custodian janitor caretaker groundskeeper groundsman usher
        """,
    "de": """
        torhüter torhüterin stürmer stürmerin kommentator kommentatorin trainer schiedsrichter schiedsrichterin
        tierarzt tierärztin bauer bäuerin landwirt landwirtin winzer winzerin imker imkerin förster försterin jäger
        jägerin fischer fischerin schäfer schäferin gärtner gärtnerin bäcker bäckerin konditor konditorin koch köchin
        wirt wirtin brauer brauerin metzger metzgerin tischler tischlerin schreiner schreinerin zimmerer
        schmied schmiedin schneider schneiderin töpfer töpferin uhrmacher uhrmacherin geigenbauer geigenbauerin
        orgelbauer restaurator restauratorin buchbinder buchbinderin buchhändler buchhändlerin verleger verlegerin
        bibliothekar bibliothekarin archivar archivarin lektor lektorin dramaturg dramaturgin intendant intendantin
        dichter dichterin lyriker lyrikerin erzähler erzählerin biograf biografin biograph biographin krimiautor
        geiger geigerin pianistin cellistin organist organistin dirigentin komponistin tänzer tänzerin
        hebamme pfleger pflegerin krankenpfleger krankenschwester chirurg chirurgin kinderarzt kinderärztin
        apotheker apothekerin zahnarzt zahnärztin psychiater psychiaterin sozialarbeiter sozialarbeiterin
        erzieher erzieherin rektor rektorin schulleiter schulleiterin dozent dozentin studentin doktorand doktorandin
        politologe politologin historiker meteorologe geophysiker geophysikerin chemikerin astrophysiker
        astrophysikerin statistiker statistikerin kriminologe germanist germanistin romanistin anglist anglistin
        ethnologin linguist linguistin sprachwissenschaftlerin richter richterin staatsanwalt staatsanwältin notar
        notarin kommissar kommissarin polizist polizistin feuerwehrmann bergführer bergführerin bergsteiger
        bergsteigerin kapitän kapitänin lokführer lokführerin pilotin schaffner schaffnerin handwerker handwerkerin
        elektriker mechaniker mechanikerin steinmetz dachdecker küster pastor pastorin bischof bischöfin rabbiner
        rabbinerin diakon diakonin seelsorger seelsorgerin zeitzeuge zeitzeugin aktivist aktivistin
        verbraucherschützer umweltschützer naturschützer gewerkschafter gewerkschafterin bürgermeister
        bürgermeisterin stadtplaner stadtplanerin architektin designerin programmiererin hackerin
        philosoph philosophin bandkollege bandkollegin mitgründer mitgründerin staatssekretär staatssekretärin
        korrespondent korrespondentin
        """,
    "fr": """
        sommelière physicien physicienne chimiste biologiste mathématicien mathématicienne astronome astrophysicien
        astrophysicienne géologue conservateur conservatrice bibliothécaire archiviste libraire éditeur éditrice
        traducteur traductrice romancier romancière poète poétesse dramaturge metteur metteuse comédien
        peintre sculpteur sculptrice illustrateur illustratrice compositeur compositrice pianiste violoniste
        violoncelliste organiste danseur danseuse chorégraphe boulanger boulangère pâtissier pâtissière cuisinier
        cuisinière vigneron vigneronne agriculteur agricultrice maraîcher maraîchère éleveur éleveuse berger bergère
        paysan paysanne apiculteur apicultrice forestier pêcheur marin navigateur navigatrice guide vétérinaire
        chirurgien chirurgienne infirmier infirmière pharmacien pharmacienne psychiatre psychanalyste
        enseignant enseignante instituteur institutrice maître maîtresse professeure docteure doctorant doctorante
        juge magistrat magistrate procureur procureure notaire juriste politologue anthropologue géographe
        démographe statisticien statisticienne météorologue climatologue reporter reportrice correspondant
        correspondante éditorialiste rédacteur militant militante syndicaliste artisan artisane menuisier
        ébéniste potier potière céramiste couturier couturière luthier luthière horloger alpiniste
        navigatrice entraîneur entraîneuse spécialiste chercheure biographe essayiste critique urbaniste architecte
        """,
    "es": """
        física físico química químico biólogo bióloga matemático matemática astrónomo astrónoma astrofísico
        astrofísica geólogo geóloga arqueólogo arqueóloga antropólogo antropóloga politólogo politóloga economista
        bibliotecario bibliotecaria archivero archivera librero librera editor editora traductor traductora
        novelista poeta ensayista dramaturgo dramaturga guionista cineasta actor pintor pintora escultor escultora
        ilustrador ilustradora compositor compositora pianista violinista guitarrista bailarín bailarina
        panadero panadera cocinero cocinera viticultor agricultor agricultora ganadero ganadera pastor pastora
        apicultor pescador pescadora veterinario veterinaria cirujano cirujana enfermero enfermera farmacéutico
        farmacéutica psiquiatra maestro maestra docente investigador investigadora catedrático catedrática
        juez jueza fiscal notario jurista reportero reportera corresponsal columnista activista sindicalista
        artesano artesana carpintero alfarero ceramista luthier relojero montañero alpinista
        entrenador entrenadora especialista biógrafo biógrafa crítico crítica arquitecto arquitecta urbanista
        programador programadora empresario empresaria
        """,
    "it": """
        fisico fisica chimico chimica biologo biologa matematico matematica astronomo astronoma astrofisico
        astrofisica geologo geologa archeologo archeologa antropologo antropologa politologo politologa economista
        bibliotecario bibliotecaria archivista libraio libraia editore editrice traduttore traduttrice
        romanziere poeta poetessa saggista drammaturgo sceneggiatore sceneggiatrice pittore pittrice scultore
        scultrice illustratore illustratrice compositore compositrice pianista violinista chitarrista ballerino
        ballerina panettiere fornaio cuoco cuoca pasticcere vignaiolo vignaiola agricoltore contadino contadina
        pastore allevatore apicoltore pescatore veterinario veterinaria chirurgo chirurga infermiere infermiera
        farmacista psichiatra maestro maestra insegnante docente studioso studiosa giudice magistrato magistrata
        notaio giurista inviato inviata corrispondente cronista attivista sindacalista artigiano artigiana
        falegname ceramista liutaio orologiaio alpinista allenatore allenatrice esperto esperta biografo biografa
        critico critica architetto architetta urbanista programmatore programmatrice
        """,
    "nl": """
        waterbouwkundige natuurkundige scheikundige wiskundige sterrenkundige taalkundige deskundige bioloog biologe
        geoloog historica archeoloog antropoloog politicoloog econoom bibliothecaris archivaris uitgever uitgeefster
        vertaler vertaalster dichter dichteres romanschrijver biograaf biografe acteur actrice schilder schilderes
        beeldhouwer illustrator componist pianist violist cellist organist danser danseres bakker kok boer boerin
        veehouder tuinder imker visser schipper dierenarts chirurg verpleegkundige huisarts apotheker psychiater
        leraar lerares docent onderzoeker onderzoekster rechter advocaat notaris jurist verslaggever
        verslaggeefster redacteur correspondent activist ambachtsman timmerman pottenbakker smid klokkenmaker
        bergbeklimmer trainster kenner criticus architect stedenbouwkundige programmeur ondernemer onderneemster
        conservator directeur wethouder burgemeester predikant dominee
        """,
    "pt": """
        físico física químico química biólogo bióloga matemático matemática astrónomo astrônoma geólogo geóloga
        arqueólogo arqueóloga antropólogo antropóloga politólogo economista bibliotecário bibliotecária arquivista
        livreiro livreira editor editora tradutor tradutora romancista poeta ensaísta dramaturgo roteirista
        argumentista cineasta ator atriz pintor pintora escultor escultora ilustrador ilustradora compositor
        compositora pianista violinista bailarino bailarina padeiro padeira cozinheiro cozinheira agricultor
        agricultora pastor apicultor pescador veterinário veterinária cirurgião cirurgiã enfermeiro enfermeira
        farmacêutico farmacêutica psiquiatra psicólogo psicóloga médico médica professor professora investigador
        investigadora pesquisador pesquisadora juiz juíza jurista advogado advogada repórter correspondente
        ativista sindicalista artesão artesã carpinteiro ceramista alpinista treinador treinadora especialista
        biógrafo biógrafa crítico crítica arquiteto arquiteta urbanista programador programadora desenvolvedor
        desenvolvedora empresário empresária escritora músico música cantor cantora fotógrafo fotógrafa
        """,
    "scandinavian": """
        forskare forskaren professorn docent docenten läkare läkaren sjuksköterska sjuksköterskan psykologen
        historiker ekonomen ekonom biologen fysiker fysikern kemist kemisten astronomen arkeolog arkeologen
        statsvetare statsvetaren bibliotekarie bibliotekarien arkivarie förläggare förläggaren översättare
        översättaren poet poeten dramatiker dramatikern regissör regissören skådespelare skådespelerska musiker
        musikern tonsättare tonsättaren sångare sångaren sångerska konstnär konstnären fotograf fotografen
        bagare bagaren kock kocken bonde bonden fiskare fiskaren veterinär veterinären präst prästen lärare läraren
        rektor rektorn domare domaren jurist juristen advokat advokaten reporter reportern korrespondent
        korrespondenten kritiker kritikern snickare snickaren krukmakare biodlare biodlaren arkitekt arkitekten
        utvecklare utvecklaren entreprenör entreprenören grundare grundaren expert experten
        forsker forskeren lege legen læge lægen sykepleier sygeplejerske historikeren biologen økonom økonomen
        oversetter forlegger skuespiller skuespilleren kunstner kunstneren baker bager bonde fisker prest præst lærer
        læreren dommer advokat redaktør redaktøren kritiker utvikler udvikler gründer
        """,
}
OCCUPATIONS = frozenset(fold(" ".join(_BY_LANGUAGE.values())).split())
