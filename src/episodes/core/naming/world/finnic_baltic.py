"""Finnish, Estonian, Latvian, Lithuanian and Hungarian."""

from __future__ import annotations

from episodes.core.naming.world.speech import Speech

FINNISH = Speech(
    code="fi",
    marks="ja on ei että se joka mutta kun niin myös vai mitä miten miksi ovat oli jakson jaksossa jakso tässä tämän "
    "podcast podcastin kanssa mukana sekä kuin voi hän jos tai jotka meidän siitä nyt viikon",
    hosts="juontaja(t)? juontajana juontajina juontaa juontavat juonto toimittaja(t)? toimittajana toimittajina "
    "toimittanut haastattelija(t)? haastattelijana puheenjohtajana vetäjänä isäntä emäntä isäntänä emäntänä",
    guests="vieras vieraana vieraina vieraat vieraita viikon_vieras päivän_vieras studiovieras haastateltava "
    "haastateltavana haastateltavat haastateltavina keskustelemassa keskustelijat keskustelijoina asiantuntija "
    "asiantuntijana mukana_keskustelemassa studiossa panelistit äänessä puhumassa",
    host_is="(juontajana|juontajina|toimittajana|toimittajina|haastattelijana)(_on|_ovat|_toimii|_toimivat)? "
    "(jakson|ohjelman|podcastin)_(juontaa|toimittaa|juontavat|on_toimittanut) (juontaa|juontavat|toimittaa) "
    "(haastattelee|haastattelijana_on) (toimittaja|juontaja)",
    guest_is="vieraana(ni|mme)?(_[a-zåäö]+){0,3}?(_on|_ovat|_oli|_olivat)? "
    "vieraina(mme)?(_[a-zåäö]+){0,3}?(_ovat|_olivat)? "
    "(vieraaksi|vieraaksemme)_(saapuu|saapui|tuli|tulee) "
    "(studiossa|studioon)_(vierailee|on|ovat|saapuu|vierailevat|saapui) "
    "haastateltavana(_on|_oli)? haastateltavina(_ovat)? keskustelemassa(_ovat|_on)? mukana_(keskustelemassa|"
    "keskustelussa|studiossa)(_on|_ovat)? (viikon|päivän|jakson|tämän_kertainen)_vieras_on "
    "(kertoo|kertovat|pohtii|pohtivat)_(jaksossa|studiossa)",
    behind="(on|oli|ovat)_(jakson_|viikon_)?(vieraana|vieraina|vieraanani|vieraanamme)",
    tells="",
    mit="kanssa", postposed=True,
    we_talk="keskustelemme keskustelen juttelemme juttelen puhumme puhun keskustelimme juttelimme pohdimme "
    "keskustellaan jutellaan puhutaan pohditaan",
    talks="keskustelee keskustelevat juttelee juttelevat pohtii puhuu",
    no="ei emme en eivät eikä ilman", later="ensi_viikolla viime_viikolla ensi_kerralla seuraavassa_jaksossa "
    "viime_jaksossa pian kerran", others="vaimo mies äiti isä tytär poika veli sisko leski",
)  # fmt: skip

ESTONIAN = Speech(
    code="et",
    marks="ja on ei et see mis kui ka kes mida kuidas miks oli saates saade saate meie koos ning või aga nii tema "
    "siis taskuhääling podcast episoodi episoodis",
    hosts="saatejuht saatejuhid saatejuhiks saate_autor juhib juhivad toimetaja vestlust_juhib intervjueerib",
    guests="külaline külalised külalised_on stuudios külas saatekülaline saatekülalised stuudiokülaline vestlevad "
    "räägivad osalevad",
    host_is="(saadet|vestlust)_juhi(b|vad) saatejuht_on saatejuhid_on",
    guest_is="külas(_[a-zõäöü]+){0,2}?_on (on|oli)_külas külaliseks_on külaline_on külalised_on stuudios_on "
    "(seekordne|tänane)_külaline_on saates_on_külas", behind="on_(saates_)?külas on_külaliseks on_saatekülaline",
    no="ei ilma", later="järgmisel_nädalal eelmisel_nädalal järgmises_saates",
)  # fmt: skip

LATVIAN = Speech(
    code="lv",
    marks="un ir ar no par ka kas kā arī bet vai lai pie uz tā šī šajā raidījumā raidījuma viņa viņš mēs saruna "
    "podkāsts",
    hosts="vada vadītāj(s|a|i) raidījuma_vadītāj(s|a|i) raidījumu_vada sarunu_vada saruno autor(s|e)",
    guests="viesis viese viesi viesos studijā piedalās sarunā_piedalās raidījuma_viesis",
    host_is="(raidījumu|sarunu|podkāstu)_vada vada", guest_is="(viesis|viese)(_[a-zāčēģīķļņšūž]+){0,2}?_ir viesos_ir "
    "studijā_viesojas viesojas",
    no="ne nav bez", later="nākamnedēļ pagājušajā_nedēļā nākamajā_raidījumā",
)  # fmt: skip

LITHUANIAN = Speech(
    code="lt",
    marks="ir yra su iš apie kad kas kaip bet ar taip pat šioje šiame laidoje laidos laida jis ji mes pokalbis "
    "tinklalaidė tinklalaidės epizode",
    hosts="vedėj(as|a|ai) laidos_vedėj(as|a|ai) veda laidą_veda autor(ius|ė) kalbina kalbino",
    guests="svečias svečiai viešnia viešnios pašnekovas pašnekovė pašnekovai studijoje dalyvauja laidos_svečias "
    "laidos_svečiai",
    host_is="(laidą|pokalbį|tinklalaidę)_veda laidos_vedėj(as|a) kalbina",
    guest_is="(svečias|viešnia|pašnekovas|pašnekovė)(_[a-ząčęėįšųūž]+){0,2}?(_yra|_[—–-]) "
    "(laidos|pokalbio|epizodo)_(svečias|viešnia)(_[—–-])?",
    no="ne nėra be", later="kitą_savaitę praėjusią_savaitę kitoje_laidoje",
)  # fmt: skip

HUNGARIAN = Speech(
    code="hu",
    marks="a az és hogy nem is van egy ez azt mint meg de már vagy csak még ki mi el volt lesz adás adásban adásunk "
    "epizód epizódban műsor műsorban podcast vele arról miért hogyan ezt aki amely",
    hosts="műsorvezető(k)? műsorvezetője házigazda házigazdák házigazdája szerkesztő-műsorvezető "
    "szerkesztő_műsorvezető "
    "moderátor kérdező kérdez kérdezett vezeti beszélgetőtárs riporter beszélgetést_vezeti beszélgetést_vezette",
    guests="vendég vendégek vendégünk vendégeink vendégem a_vendég az_adás_vendége a_műsor_vendége résztvevők "
    "résztvevő "
    "beszélgetnek beszélgettek meghívott meghívottak meghívott_vendég stúdióvendég a_stúdióban",
    host_is="(házigazda|házigazdája|műsorvezető|műsorvezetője|moderátor|szerkesztő-műsorvezető)"
    "(_ezúttal)? beszélgetést_vezet(i|te) kérdez(ett)?",
    guest_is="(vendégünk|vendégem|vendége|vendégeink|vendégei)(_[a-záéíóöőúüű]+){0,2}?(_volt|_lesz|_voltak)? "
    "(adás|műsor|epizód|podcast|rész)_vendége(_volt)?",
    behind="(volt|lesz)?_?(a_|az_adás_|a_műsor_|mai_)?(vendégünk|vendégem|vendége)",
    mit="", postposed=True,
    we_talk="beszélget(ünk|ek|tünk|tem) beszél(ünk|gettünk|tünk|ek|tem) vitatkozunk",
    talks="beszélget beszélgetett", talk="beszélgetés interjú",
    no="nem sem nélkül sosem", later="jövő_héten múlt_héten következő_adásban előző_adásban hamarosan egykor",
    others="felesége férje anyja apja lánya fia testvére özvegye",
)  # fmt: skip
