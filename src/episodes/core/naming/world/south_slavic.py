"""Croatian, Serbian and Bosnian in Latin and Cyrillic letters, Slovene, Bulgarian and Macedonian."""

from __future__ import annotations

from episodes.core.naming.world.speech import Speech

CROATIAN = Speech(
    code="hr",
    marks="u je i na se da za s sa koji koja koje o su od kako što ali ili nije smo sam kao iz po kod ove ovoj ovog "
    "epizoda epizodi epizode emisije emisiji danas podcasta podcastu bio bila te također samo sve šta kroz",
    hosts="voditelj(ica|i)? vodi vode urednik urednica domaćin(i)? domaćica autor(ica)?_i_voditelj(ica)? "
    "urednik_i_voditelj urednica_i_voditeljica razgovarao razgovarala razgovor_vodi(la|o)? moderator(ica|ka)? moderira "
    "autor(ica|ka)?_podcasta razgovara pita pitao pitala",
    guests="gost gošća gosti gošće gosti_emisije gost_emisije naš_gost naša_gošća naši_gosti sugovornik sugovornica "
    "sugovornici sagovornik sagovornica sagovornici sudionici učesnici sudjeluju govore u_studiju panelisti gostuje "
    "gostuju",
    host_is="(podcast|emisiju|razgovor|epizodu)_(vodi|vode|vodio|vodila|uređuje_i_vodi|moderira) uređuje_i_vodi "
    "voditelj(ica)?_je voditelj(ica)?_emisije_je domaćin_je zovem_se moje_ime_je",
    guest_is="(gost|gošća)(_[a-zčćšžđ]+){0,4}?_(je|bio_je|bila_je|bila|bio) (gosti|gošće)(_[a-zčćšžđ]+){0,4}?_su "
    "(sugovornik|sugovornica|sagovornik|sagovornica)(_[a-zčćšžđ]+){0,3}?_je "
    "(gostuje_nam|gostovao_je|gostovala_je|u_gostima_nam_je|u_gostima_je) u_studiju_(nam_)?je(_danas)? "
    "s_nama_je(_danas)? sa_nama_je(_danas)?",
    guest_of="ugostili_smo ugošćujemo (pozvali|ugostio|ugostila)_(smo|sam) dovodimo_vam",
    behind="(je|bio_je|bila_je)_(naš_|naša_|današnji_|današnja_)?(gost|gošća) (gost|gošća)_je gostuje_u "
    "gostovao_je_u gostovala_je_u",
    tells="priča_nam govori_nam objašnjava pričao_nam_je pričala_nam_je",
    mit="s sa", we_talk="razgovaramo razgovarali_smo smo_razgovarali pričamo pričali_smo smo_pričali razgovarao_sam "
    "razgovarala_sam popričali_smo porazgovarali_smo družimo_se",
    talks="razgovara razgovaraju priča razgovarao_je razgovarala_je je_razgovarao je_razgovarala",
    talk="razgovor razgovoru intervju intervjuu u_razgovoru",
    no="ne nije nismo nikad bez nažalost nisam",
    later="(sljedeći|sljedećeg|idući|idućeg|prošli|prošlog|sledeće|sledeći|prošle|naredne)_(tjedan|tjedna|put|nedelje|"
    "sedmice|epizode) u_(sljedećoj|sledećoj|narednoj|prošloj|idućoj)_epizodi uskoro jednom",
    others="supruga suprug majka otac kći sin brat sestra biograf odvjetnik udovica knjiga film",
)  # fmt: skip

SERBIAN = Speech(
    code="sr",
    marks="у је и на се да за са који која које о су од како што али или није смо сам као из по ове овој овог епизода "
    "епизоди епизоде емисије емисији данас подкаста био била само све кроз",
    hosts="водитељ(ка|и)? води воде уредник уредница домаћин(и)? разговарао разговарала аутор(ка)?_подкаста",
    guests="гост гошћа гости гошће наш_гост наша_гошћа наши_гости саговорник саговорница саговорници учесници гостује",
    host_is="(подкаст|емисију|разговор)_(води|воде|водио|водила) уређује_и_води зовем_се",
    guest_is="(гост|гошћа)(_[а-яђјљњћџ]+){0,4}?_(је|био_је|била_је) (гости)(_[а-яђјљњћџ]+){0,4}?_су "
    "(саговорник|саговорница)(_[а-яђјљњћџ]+){0,3}?_је у_студију_(нам_)?је с_нама_је са_нама_је",
    behind="(је|био_је|била_је)_(наш_|наша_)?(гост|гошћа)", tells="прича_нам говори_нам објашњава",
    mit="с са", we_talk="разговарамо разговарали_смо смо_разговарали причамо причали_смо",
    talks="разговара разговарају прича", talk="разговор интервју", no="не није нисмо нажалост",
    later="(следеће|прошле|наредне)_(недеље|епизоде) у_(следећој|наредној|прошлој)_епизоди ускоро",
)  # fmt: skip

SLOVENE = Speech(
    code="sl",
    marks="v je in na se da za s z ki o so od kako kaj ali ni smo sem kot iz po pri tokratne tokratni epizoda epizodi "
    "epizode oddaje oddaji danes podkasta podkastu bil bila tudi še le vse skozi bi pa",
    hosts="voditelj(ica|i|ja)? vodi vodita urednik urednica gostitelj(ica)? avtor(ica)?_podkasta pogovor_vodi "
    "pogovarjal(a)?_se_je povezuje sprašuje",
    guests="gost gostja gosta gosti gostje gostji naš_gost naša_gostja sogovornik sogovornica sogovorniki sogovornika "
    "sodelujejo sodelujoči v_studiu nastopajo",
    host_is="(podkast|oddajo|pogovor|epizodo)_(vodi|vodita|je_vodil|je_vodila|povezuje) pogovor_je_vodil(a)? ime_mi_je",
    guest_is="(gost|gostja)(_[a-zčšž]+){0,4}?_(je|bo|je_bil|je_bila) (gostje|gosta|gosti)(_[a-zčšž]+){0,4}?_(so|sta) "
    "(sogovornik|sogovornica)(_[a-zčšž]+){0,3}?_je v_studiu_je obiskal(a)?_nas_je z_nami_je",
    guest_of="(gostimo|gostili_smo|smo_gostili|povabili_smo|smo_povabili)",
    behind="je_(naš_|naša_|tokratni_|tokratna_)?(gost|gostja)",
    tells="pripoveduje razlaga je_povedal je_povedala",
    mit="s z", we_talk="pogovarjamo(_se)? (se_)?pogovarjam se_pogovarjava (smo_se|sem_se)_pogovarjal(i|a)? "
    "pogovarjali_smo_se klepetamo klepetali_smo",
    talks="se_pogovarja se_pogovarjata se_je_pogovarjal se_je_pogovarjala pogovarja_se klepeta",
    talk="pogovor pogovoru intervju v_pogovoru",
    no="ne ni nismo nikoli brez žal", later="prihodnji_teden naslednji(č|_teden) prejšnji_teden v_naslednji_epizodi "
    "kmalu nekoč", others="žena mož mati oče hči sin brat sestra odvetnik vdova knjiga film",
)  # fmt: skip

BULGARIAN = Speech(
    code="bg",
    marks="в и на се да за с със който която които о са от как какво но или не сме съм като из по тази този епизод "
    "епизода епизоди днес подкаст подкаста беше също само към ще си ни го във",
    hosts="водещ(а|и|ият)? домакин(и)? модератор(и)? автор_и_водещ автор_на_подкаста",
    guests="гост гостът гости гостенка гостите гостуват събеседник участници участват в_студиото",
    host_is="водещ(ият|ата)?_е водещи_са (подкастът|предаването)_се_води_от казвам_се",
    guest_is="(гост|гостът|гостенка|гостенката)(_[а-я]+){0,4}?_(е|беше) гост(_[а-я]+){0,4}?_е "
    "(гости)(_[а-я]+){0,4}?_са "
    "(гостува_ни|гостуват_ни|на_гости_ни_е|ни_гостува) при_нас_е с_нас_е",
    guest_of="посрещаме поканихме", behind="е_(наш_|нашият_)?(гост|гостенка) ни_гостува гостува_в",
    tells="разказва обяснява", mit="с със",
    we_talk="(си_)?говорим говорихме разговаряме разговаряхме си_говорихме поговорихме (си_)?говоря",
    talks="разговаря разговарят (си_)?говори", talk="разговор интервю разговора в_разговор",
    no="не никога без", later="следващ(ата|ия|ият)_(седмица|епизод|път) миналата_седмица скоро",
    others="съпругата съпругът майката бащата дъщерята синът братът сестрата адвокатът вдовицата книгата филмът",
)  # fmt: skip
