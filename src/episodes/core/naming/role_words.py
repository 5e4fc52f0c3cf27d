"""The words of `roles.py`: English first, then German, French, Spanish, Italian, Portuguese, Dutch and others."""

ROLE_WORDS = """
    host hosts co-host cohost co-hosts guest guests author authors writer writers journalist journalists comedian
    comedians comic actor actress actors director filmmaker producer producers musician singer songwriter rapper
    dj artist painter photographer designer developer engineer programmer founder co-founder cofounder ceo cto cfo
    coo cmo president chairman chairwoman chair chief editor editors editor-in-chief publisher reporter reporters
    correspondent anchor columnist blogger podcaster podcasters youtuber historian historians scientist physicist
    biologist psychologist psychiatrist economist philosopher sociologist anthropologist researcher scholar
    professor lecturer teacher coach trainer athlete footballer player champion chef critic poet novelist activist
    advocate lawyer attorney doctor physician nurse therapist entrepreneur investor analyst strategist consultant
    expert experts specialist veteran veterans former ex legendary special featured friend friends colleague
    colleagues pal pals buddy buddies bestie besties cousins siblings roommates
    broadcaster presenter moderator panelist panelists panellists judge judges contestant
    contestants creator creators star legend winner senior executive managing director-general deputy vice lead
    head principal pastor theologian astronaut explorer musicians authoress moderatorin moderatoren gastgeber
    gastgeberin gast gäste autor autorin autoren journalistin journalisten historiker historikerin schriftsteller
    schriftstellerin psychologe psychologin psychologen physiker physikerin chemiker biologe biologin forscher
    forscherin professorin chefredakteur chefredakteurin geschäftsführer geschäftsführerin gründer gründerin
    künstler künstlerin musiker musikerin sänger sängerin schauspieler schauspielerin regisseur regisseurin
    politiker politikerin experte expertin kollege kollegin kollegen animateur animatrice présentateur
    présentatrice auteur auteure autrice écrivain écrivaine historien historienne journaliste professeur chercheur
    chercheuse invité invitée invités réalisateur réalisatrice rédacteur rédactrice conductor conductora
    presentador presentadora invitado invitada invitados periodista escritor escritora historiador historiadora
    profesor profesora director directora conduttore conduttrice giornalista scrittore scrittrice ospite storico
    storica professoressa regista autore autrice apresentador apresentadora convidado convidada jornalista
    historiador escritor escritora presentator presentatrice gast gasten journaliste schrijver schrijfster
    historicus hoogleraar programledare gäst gäster författaren författare komikern komiker journalisten
    skådespelaren historikern artisten vært gæst forfatter journalist programleder gjest juontaja vieras
    toimittaja kirjailija prowadzący prowadząca gość dziennikarz dziennikarka pisarz historyk ведущий ведущая
    ведущие гость гостья гости журналист журналистка писатель историк sunucu konuk gazeteci yazar
    counsel castaway compliance teammate
    frontman frontwoman drummer guitarist bassist pianist violinist cellist composer vocalist playwright screenwriter
    showrunner narrator illustrator cartoonist animator sculptor curator librarian archivist translator ghostwriter
    biographer essayist memoirist bestselling best-selling award-winning spokesman spokeswoman spokesperson commentator
    pundit contributor staffer organiser organizer campaigner whistleblower diplomat economists ex-president
    technologist futurist mathematician statistician chemist astronomer astrophysicist cosmologist geologist
    geographer archaeologist archeologist linguist epidemiologist virologist immunologist neuroscientist neurologist
    cardiologist psychotherapist criminologist ecologist botanist zoologist ornithologist entomologist paleontologist
    palaeontologist oceanographer meteorologist climatologist geneticist ethicist theorist academic barrister solicitor
    prosecutor detective copywriter recruiter freelancer solopreneur marketer salesperson coder hacker sysadmin
    maintainer contributors maintainers architect programmers technician pilot sailor farmer gardener butcher
    mountaineer cyclist runner swimmer boxer wrestler golfer goalkeeper striker quarterback manager trainer's
    nutritionist dietitian physiotherapist midwife paediatrician pediatrician surgeon veterinarian
    frontfrau schlagzeuger gitarrist komponist dirigent comedienne kabarettist kabarettistin podcasterin blogger
    bloggerin fotograf fotografin zeichner illustratorin übersetzer kurator kuratorin archäologe archäologin soziologe
    soziologin philosophin ökonom ökonomin volkswirt mathematiker mathematikerin informatiker informatikerin
    astronom astronomin jurist juristin anwalt anwältin rechtsanwalt rechtsanwältin arzt ärztin mediziner medizinerin
    virologe virologin psychotherapeut theologin pfarrer pfarrerin lehrer lehrerin ingenieur ingenieurin
    entwickler entwicklerin unternehmer unternehmerin berater beraterin leiter leiterin vorsitzender vorsitzende
    vorstand inhaber inhaberin mitarbeiter mitarbeiterin wissenschaftler wissenschaftlerin redakteur redakteurin
    partner associate adviser advisor commissioner councillor councilman councilwoman councilmember alderman
    fellow scholar planner campaigner delegate negotiator ambassador minister mayor senator envoy consul
    bookseller winemaker distiller restaurateur sommelier stylist choreographer puppeteer magician
    park-ranger beekeeper fisherman conservationist environmentalist naturalist
    broadcaster newsreader newscaster meteorologist forecaster trader banker economist accountant auditor
    direttore direttrice professore ricercatore ricercatrice presidente responsabile pollster singer-songwriter
    paramedic firefighter pharmacist dentist psychoanalyst hypnotist astrologer numerologist herbalist
    reporterin moderatorinnen sprecher sprecherin trainerin coachin
    économiste philosophe sociologue avocat avocate médecin psychologue comédien comédienne chanteur chanteuse
    musicien musicienne humoriste chroniqueur chroniqueuse entrepreneure fondateur fondatrice cofondateur cofondatrice
    directeur directrice député députée maire ministre ingénieure développeur développeuse photographe dessinateur
    economista filósofo filósofa sociólogo abogado abogada médico médica psicólogo psicóloga actriz cantante músico
    humorista fundador fundadora cofundador emprendedor emprendedora ingeniero ingeniera desarrollador fotógrafo
    avvocato medico psicologo psicologa attore attrice musicista fondatore fondatrice imprenditore imprenditrice
    filosofo sociologo comico

    actuary acupuncturist administrator anaesthetist analysts apothecary arborist architects astronomers aviator
    ballerina bandleader barista baritone barman bartender batsman biochemist blacksmith boatbuilder bodybuilder
    bookmaker brewmaster broker businessman businesswoman caregiver caretaker caricaturist cartographer chancellor
    chaplain cheesemaker chiropractor chocolatier cinematographer climber clinician co-author co-creator co-director
    co-writer coauthor columnists comptroller conservator  coroner cosmonaut counsellor counselor
    countertenor couturier craftsman craftswoman cricketer critics crooner cryptographer dancer dealer demographer
    dermatologist diarist dietician dissident dramatist dressmaker educator electrician endocrinologist
    ex-footballer examiner executives explorers filmmakers financier firefighters flautist florist flutist
    footballers forager foreman fundraiser gamer glassblower greengrocer gymnast harpist headhunter headmaster
    headmistress headteacher homeopath hotelier humanitarian humorist hydrologist hygienist illusionist impersonator
    impresario impressionist industrialist innovator  instructor instrumentalist interpreter inventor
    investigator investors jeweller jockey joiner journo keyboardist landscaper lawyers legislator lexicographer
    librettist lifeguard lobbyist locksmith logician luthier lyricist machinist magistrate mathematicians mechanic
    medallist mediator medic medievalist mentor metallurgist metalworker midfielder mixologist motorcyclist
    multi-instrumentalist muralist neurosurgeon obstetrician   olympian ombudsman oncologist operator
    optician optometrist orator organist osteopath papyrologist paralegal paralympian paratrooper pathologist
    percussionist perfumer philanthropist philologist photojournalist physicists playwrights plumber podiatrist
    poets policeman policewoman practitioner preacher printmaker proofreader prosecutors publican publicist
    raconteur radiographer radiologist radiotherapist ranger referee refugee researchers retailer reviewer
    rheumatologist roboticist salesman saleswoman satirist saxophonist scholars schoolteacher screenwriters
    scriptwriter seamstress seedsman seismologist skateboarder skier snowboarder sociolinguist soloist soprano
    speechwriter speedrunner spokespeople sportscaster sportsman sportswoman sprinter stand-up standup statesman
    stockbroker storyteller streamer stuntman stuntwoman sub-editor submariner  surveyor survivor
    tattooist taxidermist teachers techie tenor therapists toxicologist tradesman trombonist trumpeter tutor
    typographer umpire undertaker underwriter urologist ventriloquist vicar videographer vintner violist virtuoso
    vlogger volcanologist volunteer watchmaker webmaster weightlifter woodcarver woodworker writer-director yogi

    biograf biografin korrespondent korrespondentin
    abgeordnete abgeordneter aktivist aktivistin altenpfleger analystin apotheker
    apothekerin architekt architektin
    astronautin aufnahmeleiter augenoptiker baumeister beamter beamtin bergführer bergführerin bergsteiger
    bergsteigerin bestatter bestatterin bibliothekar bibliothekarin bierbrauer bierbrauerin bildhauer bildhauerin
    biochemiker biochemikerin botaniker botanikerin buchhändler buchhändlerin bäckerin bäckermeister bäckermeisterin
    bäuerin bühnenbildner chefarzt chefärztin chemikerin chirurg chirurgin choreograf choreografin chronist
    chronistin dachdecker denker denkerin designerin dichter dichterin diplomatin dirigentin dolmetscher
    dolmetscherin dozent dozentin dramatiker dramatikerin dramaturg dramaturgin drehbuchautor drehbuchautorin
    elektriker elektrikerin elektroniker erfinder erfinderin ermittler ermittlerin erzieher erzieherin ethiker
    ethikerin facharzt fachärztin feuilletonist filmemacher filmemacherin floristin fotojournalist friseur friseurin
    friseurmeisterin fußballer fußballerin fußballspieler försterin gamedesigner geigerin gelehrter genetiker
    genetikerin germanist germanistin gestalter gestalterin grafiker grafikerin gutachter gutachterin gärtnerin
    gärtnermeister handwerker handwerkerin hebamme heilpraktiker heilpraktikerin hirnforscher hirnforscherin
    hochschullehrer imker imkerin influencer influencerin intendant intendantin investorin jazzmusiker kabarettisten
    kamerafrau kameramann kantorin kapitän kapitänin komikerin kommentator kommentatorin komponistin konditor
    konditorin korrespondent korrespondentin krankenpfleger krankenschwester kriminologe kriminologin kritiker
    kritikerin kulturwissenschaftler landwirt landwirtin lektor lektorin liedermacher liedermacherin logopäde
    logopädin lyriker lyrikerin malerin managerin maschinenbauer mechaniker mechatroniker medienwissenschaftler
    meteorologin mikrobiologe ministerialrat mitbegründer mitbegründerin mitgründer mitgründerin modedesigner
    musikerinnen naturschützer naturschützerin notar notarin notfallsanitäter oberarzt oberärztin opernsänger
    opernsängerin optiker optikerin organistin pathologe pathologin pfleger pflegerin pharmazeut pharmazeutin
    pianistin pilotin polizist polizistin programmierer programmiererin projektleiter projektleiterin prokurist
    präparator publizist publizistin pädagoge pädagogin rapperin rechtsmediziner rechtsmedizinerin referent
    referentin reiseleiter restaurator restauratorin rettungssanitäter romancier sanitäter satiriker satirikerin
    schauspielerinnen schlagersänger schornsteinfeger schriftstellerinnen schulleiter schulleiterin seelsorger
    seelsorgerin sexualtherapeutin sozialarbeiter sozialarbeiterin sozialpädagoge sozialpädagogin spitzenköchin
    sportlerin sportreporter staatsanwalt staatsanwältin stadtführer stadtführerin stadtplaner stadtplanerin
    statistiker statistikerin sternekoch steuerberater steuerberaterin strafverteidiger strafverteidigerin student
    studentin studierende synchronsprecher synchronsprecherin techniker technikerin texter texterin theatermacher
    theologe therapeut therapeutin tierarzt tierpfleger tierpflegerin tierärztin tischlerin toningenieur torwart
    turnerin tänzer tänzerin uhrmacher umwelthistoriker umweltschützer umweltschützerin verfassungsrechtler
    verfassungsrechtlerin verkäufer verkäuferin verleger verlegerin veterinär vizepräsident vizepräsidentin
    völkerrechtler völkerrechtlerin winzer winzerin wirtin youtuberin zeitzeuge zeitzeugin zimmerin zoodirektor
    ärztinnen überlebende überlebender übersetzerin

    académicien académicienne accordéoniste agriculteur agricultrice agronome alpiniste ambassadeur ambassadrice
    analyste anthropologue apiculteur apicultrice architecte archiviste archéologue artisan artisane artiste
    artistes astronaute astronome astrophysicien astrophysicienne autrices avocats bibliothécaire biologiste
    botaniste boulangère bédéiste cardiologue cascadeur cheffe chirurgien chirurgienne chorégraphe cinéaste
    cinéastes climatologue coiffeur coiffeuse collectionneur collectionneuse commissaire compositeur compositrice
    concepteur conceptrice conférencier conférencière conseiller conseillère conservateur conservatrice consultante
    conteur conteuse costumière coureur critique cuisinier cuisinière cultivateur cycliste céramiste danseur
    danseuse dessinatrice dramaturge démographe enquêteur enquêtrice enseignant enseignante entomologiste entraîneur
    entraîneuse essayiste ethnologue footballeur footballeuse formateur formatrice gendarme graphiste guitariste
    généticien généticienne géographe géologue géophysicien harpiste herboriste historiens horticulteur
    immunologiste infirmier inspecteur inspectrice ancien ancienne infirmière informaticien informaticienne
    interprète inventeur inventrice juriste lauréat
    lauréate libraire linguiste magistrat maraîcher maraîchère mathématicien mathématicienne maître maître-nageur
    maîtresse metteur metteuse militant militante modératrice musicologue narrateur narratrice naturaliste navigateur
    navigatrice neurobiologiste neurologue neuropsychologue neuroscientifique notaire océanographe organisateur
    organisatrice ornithologue ostéopathe paléontologue parfumeur patineur patineuse paysagiste peintre pharmacien
    pharmacienne physicien physicienne pianiste pilote plasticien plasticienne podcasteur podcasteuse politiste
    politologue porte-parole poète poétesse primatologue procureur procureure producteur productrice professeure
    professeurs programmateur programmatrice préfet président présidente psychanalyste psychiatre psychothérapeute
    pédiatre pédopsychiatre rappeur rappeuse romancière sage-femme sapeur-pompier scientifique sculpteur sculptrice
    scénariste sinologue sismologue sommelière spécialiste statisticien statisticienne syndicaliste sénateur
    sénatrice traducteur traductrice urbaniste vidéaste vigneron vigneronne violoncelliste violoniste virologue
    volcanologue vétérinaire youtubeuse zoologue éditeur éditorialiste éditrice éducateur éducatrice éleveur
    éleveuse épidémiologiste étudiant étudiante

    abogados activista activistas agricultor agricultora agrónomo analista antropóloga antropólogo apicultor
    arqueóloga arqueólogo arquitecta arquitecto artesana artesano artista asesor asesora astrofísica astrofísico
    astronauta astrónoma astrónomo atleta bailarina bailarín bibliotecaria bibliotecario bioquímica bioquímico
    bióloga biólogo bombera bombero botánica botánico boxeador boxeadora camarógrafo campeona campeón cantaor
    cantaora cantautor cantautora catedrática catedrático ciclista científica científico cineasta cirujana cirujano
    cocinera cocinero comediante comisaria comisario compositor compositora comunicador comunicadora
    conservacionista consultor consultora contador coordinador coordinadora coreógrafa coreógrafo corresponsal
    cosmólogo creador creadora criminóloga criminólogo cronista cómica cómico delantero dentista deportista
    dibujante diputada diputado diseñador diseñadora divulgador divulgadora docente doctora dramaturga dramaturgo
    economistas editora educador educadora embajador embajadora emprendedores empresaria empresario enfermera
    enfermero ensayista entrenador entrenadora epidemióloga epidemiólogo especialista estilista estudiante
    exfutbolista exjugador exministro experta experto expertos farmacéutica farmacéutico filóloga filólogo
    fotoperiodista fotógrafa fundadores futbolista física físico ganadera ganadero genetista geógrafa geógrafo
    geóloga geólogo guionista guitarrista historiadores ilustrador ilustradora inmunóloga instructora investigador
    investigadora jardinera jardinero jugador jugadora jurista lingüista locutor locutora maestra maestro matemática
    matemático meteoróloga meteorólogo montañero médicos neurocientífica neurocientífico neuróloga neurólogo
    novelista nutricionista oncóloga oncólogo orfebre paleontóloga paleontólogo panadera payaso pediatra periodistas
    pescador pianista piloto pintor pintora poeta poetisa politóloga politólogo portavoz presentadores profesores
    psicoanalista psicólogos psiquiatra publicista química químico rapera rapero realizador realizadora rector
    rectora reportera reportero restaurador saxofonista senador senadora sindicalista sobreviviente socióloga
    superviviente tenista traductor traductora vecina veterinaria veterinario violinista viróloga virólogo zoólogo

    agronoma agronomo allenatore allenatrice alpinista antropologa antropologo apicoltore archeologa archeologo
    architetta architetto artigiano artisti astrofisica astrofisico astronomo attivista attori autori avvocata
    ballerino biologa biologo botanica botanico calciatore calciatrice campione campionessa cantautore cantautrice
    cardiologo chimico chirurga chirurgo chitarrista climatologa climatologo collaboratore collaboratrice
    collezionista comica compositore consulente coreografa coreografo corrispondente criminologa criminologo critica
    critico cuoca cuoco curatore curatrice danzatore danzatrice deputata deputato disegnatore disegnatrice
    divulgatore divulgatrice dottoressa drammaturga drammaturgo editore editrice educatore educatrice enologo
    epidemiologa epidemiologo esperta esperto etologa etologo farmacista fisica fisico fondatori fotografa fotografo
    fumettista geografa geografo geologa geologo giornalisti giurista illustratore illustratrice immunologo
    infermiera infermiere informatica informatico ingegnere insegnante inventore investigatore inviata inviato
    linguista matematica matematico meteorologo musicologo narratore naturalista neurologo neuroscienziata
    neuroscienziato notaio nutrizionista oceanografo oncologo operatore operatrice ostetrica paleontologo pasticcera
    pasticcere pilota pittore pittrice poetessa politologo portavoce presentatore procuratore produttore produttrice
    professori programmatore psicanalista psichiatra psicologi psicoterapeuta redattore redattrice ricercatori
    romanziere sceneggiatore sceneggiatrice scienziata scienziato scrittori scultore scultrice sindacalista
    sociologa specialista speleologo storici studente studentessa studiosa studioso tecnico tennista teologo
    traduttore traduttrice urbanista viaggiatore viaggiatrice vignettista violoncellista virologa virologo

    advogada advogado apresentadores arquiteta arquiteto artistas astrônoma astrônomo ativista ator atriz bailarino
    bibliotecária bibliotecário biomédica biomédico botânica botânico cantora cartunista cenógrafo chargista
    cientista cirurgiã cirurgião colunista comentarista confeiteira confeiteiro coordenador coordenadora cozinheira
    cozinheiro curador curadora dançarina dançarino delegada delegado deputada deputado desenhista diplomata diretor
    diretora ecólogo empreendedor empreendedora empresária empresário enfermeira enfermeiro engenheira engenheiro
    ensaísta epidemiologista escritores escultor escultora estudante ex-jogador farmacêutica farmacêutico
    fisioterapeuta futebolista infectologista instrumentista jogador jogadora jornalistas marceneiro meteorologista
    neurocientista neurologista oceanógrafo oncologista palestrante pedagoga pedagogo percussionista pesquisador
    pesquisadora porta-voz produtor produtora professora programador programadora promotor promotora publicitário
    radialista redator redatora repórter roteirista sambista surfista tradutor tradutora treinador treinadora
    vereador vereadora veterinária veterinário violonista virologista zagueiro árbitra árbitro

    acteur actrice advocaat archeologe archeoloog astronoom bedenker beeldhouwer beeldhouwster bergbeklimmer
    bestuurder bioloog boekhandelaar boswachter burgemeester cabaretier cabaretière chirurge cineast columniste
    componist componiste criminoloog danser danseres deskundige dichteres docent dokter dominee ecoloog econome
    econoom eindredacteur ethicus filmmaakster filosofe filosoof fotograaf fotografe geoloog glacioloog goochelaar
    hoofdredacteur hoogleraren huisarts hydroloog kinderarts klimaatwetenschapper klimatoloog kokkin kunstenaar
    kunstenares kunsthistoricus leraar lerares lijsttrekker luchtvaartdeskundige marktonderzoeker medewerker musicus
    muzikant muzikante natuurkundige neuroloog neurowetenschapper notaris officier oncoloog onderneemster ondernemer
    onderzoeker onderzoeksjournalist onderzoekster ontwerper ontwerpster oprichter oprichtster oud-minister
    oud-voetballer paleontoloog piloot politicoloog politicus predikant presentatoren producente programmamaker
    psychiater psycholoog rechercheur rechtsgeleerde redacteur redactrice regisseuse schaatser schaatsster
    scheikundige schilderes sociologe socioloog sterrenkundige taalkundige tandarts theatermaker toneelschrijver
    trainster uitgeefster uitgever uitvinder verloskundige verpleegkundige verslaggeefster verslaggever vertaalster
    vertaler voetballer voetbalster wetenschapper wielrenner wiskundige woordvoerder woordvoerster zanger zangeres

    advokat antropolog arkeolog arkeologi arkitekt arkkitehti arkæolog bakare barnmorska billedkunstner biolog
    biologi biskop civilekonom debattör digter diktare direktør dosentti dyrlæge ekolog ekonom ekonomen ekonomisti
    elokuvaohjaaja entreprenör filminstruktør filosof forfattaren forfatterne forlægger forskare forsker
    fotbollsspelare författarna försvarsadvokat grundare gymnasielärare gymnasielærer historioitsija hjärnforskare
    idrætsmand idéhistoriker illustratör ingenjör iværksætter journalisterna juristi jägmästare kansanedustaja
    kapellimestari keksijä kirkkoherra klimatforskare komikeren komikerna kompositör konstnär konstnären koomikko
    kriitikko kriminolog krönikör kulturjournalist kunstner kunstneren køkkenchef lakimies landmand litteraturvetare
    läkare lärare lääkäri låtskrivare læge lærer lærerinne matematiker medstifter meteorolog meteorologi musikere
    musikeren muusikko nationalekonom neurolog näyttelijä ohjaaja opettaja ordförande overlege oversetter oversætter
    pappi perustaja politimand presten producent programledarna programlederen programmerare präst præst psykiater
    psykolog psykologen psykologer psykologi päätoimittaja redaktör redaktøren regissör reportern riksdagsledamot
    runoilija sairaanhoitaja sanger sangerinde seniorforsker sjuksköterska skodespelar skribent skuespiller
    skuespilleren skuespillerinde skådespelare skådespelerska sociolog sognepræst sokneprest statsvetare
    stortingsrepresentant sygeplejerske sykepleier säveltäjä sångare sångerska taiteilija talesperson tegner
    tegneserieskaper teolog tidligere tietokirjailija toimitusjohtaja trädgårdsmästare tutkija tähtitieteilijä
    utrikeskorrespondent valmentaja vd virolog yrittäjä överläkare översättare

    adwokat adwokatka akademisyen aktor aktorka aktywista aktywistka alpinistka araştırmacı archeolog archeolożka
    architektka astrofizyk astronomka avukat biolożka chemik doktoru dyplomata dyrektor dyrektorka ekonomist
    ekonomista ekonomistka ekspert ekspertka farmaceuta filozof filozofka fizyczka fizyk fotografka fotoğrafçı
    geolog girişimci historyczka ilustrator ilustratorka informatyk inżynier inżynierka językoznawca językoznawczyni
    kompozytor kompozytorka krytyczka krytyk laureat laureatka lekarka lekarz matematyczka matematyk mimar muzyk
    mühendis müzisyen nauczyciel nauczycielka naukowczyni naukowiec neurobiolog oyuncu piosenkarka piosenkarz
    pisarka podróżniczka podróżnik poetka politolog politolożka polityk popularyzator prawniczka prawnik prezes
    prezeska producentka profesör psikolog psychiatra psycholog psycholożka psychoterapeuta psychoterapeutka
    redaktor redaktorka reportażysta reportażystka reporterka ressam reżyser reżyserka rzeczniczka rzecznik
    scenarzysta scenarzystka socjolog socjolożka sosyolog sportowiec tarihçi trener trenerka tłumacz tłumaczka
    wydawca wykładowca wykładowczyni yazarı yönetmen założyciel założycielka öğretmen şarkıcı адвокат актриса актёр
    антрополог археолог архитектор астроном биолог врач географ дизайнер доктор издатель инженер искусствовед
    исследователь исследовательница кинокритик композитор корреспондент критик лингвист литературовед математик
    музыкант музыкантка основатель основательница педагог переводчик переводчица политолог поэт правозащитник
    предприниматель преподаватель продюсер профессор психиатр психолог психотерапевт редактор режиссёр социолог
    сценарист тренер учёный физик филолог философ фотограф химик художник художница экономист эксперт юрист
"""
