"""Polish, Czech and Slovak."""

from __future__ import annotations

from episodes.core.naming.world.speech import Speech

POLISH = Speech(
    code="pl",
    marks="w z ze i na się nie jest do że od po dla o co jak czy przez tym ale są o jego jej który która które oraz "
    "także dziś dzisiaj odcinku odcinka odcinek rozmawiamy rozmawiam podcast podcastu przy jako także był była ich",
    hosts="prowadząc(y|a) prowadzi prowadzą prowadzenie gospodarz(e)? gospodyni autor(ka|zy)?_podcastu "
    "autor(ka|zy)?_audycji autor_i_prowadzący rozmawia rozmawiają rozmowę_prowadzi(ła)? rozmawiał(a|i)? "
    "scenariusz_i_prowadzenie zapraszają zaprasza moderacja moderator(ka|zy)? prezenter(ka)?",
    guests="gość gościni gościnią gościem goście gościnie gośćmi nasz_gość mój_gość nasi_goście moi_goście rozmówca "
    "rozmówczyni rozmówcy uczestnicy uczestniczki udział_biorą udział_wzięli w_rozmowie_udział_biorą wystąpili "
    "występują w_studiu paneliści ekspert(ka|ci)? bohater(ka)?_odcinka w_odcinku_występują",
    host_is="(podcast|audycję|program|rozmowę|odcinek|spotkanie)_(prowadzi|prowadzą|poprowadził|poprowadziła|"
    "prowadził|prowadziła) prowadzi prowadzą zaprasza zapraszają rozmowę_poprowadził(a|i)? nazywam_się "
    "prowadząc(y|a)_podcast "
    "audycję_przygotował(a)? autorem_(podcastu|audycji)_jest autorką_(podcastu|audycji)_jest",
    guest_is="(moim|moją|naszym|naszą|kolejnym|kolejną|pierwszym|pierwszą|dzisiejszym|dzisiejszą)_(gościem|gościnią|"
    "rozmówcą|rozmówczynią)(_\\w+){0,3}?_(jest|był|była|będzie) (gościem|gościnią|rozmówcą|rozmówczynią)_"
    "(tego_|dzisiejszego_|najnowszego_|kolejnego_|tej_|dzisiejszej_)?(odcinka|podcastu|audycji|programu|rozmowy)(_\\w+)?_"
    "(jest|był|była|będzie) (moimi|naszymi)_(gośćmi|gościniami)_są (gośćmi)_(odcinka|podcastu|audycji|programu)_są "
    "moim_gościem_(był|była) do_studia_przyszł(a|o)? zaproszenie_przyjął zaproszenie_przyjęła odwiedził(a)?_nas "
    "(moim|naszym)_gościem_dziś gości_u_nas w_studiu_jest ze_mną_jest z_nami_(jest|są) jest_(dziś_|dzisiaj_)?z_nami",
    guest_of="gościmy gościliśmy (zaprosiliśmy|zaprosiłem|zaprosiłam|zapraszam|goszczę) witamy_w_studiu",
    behind="(jest|był|była|są)_(dziś_|dzisiaj_)?(moim|moją|naszym|naszą|naszymi|moimi)_(gościem|gościnią|gośćmi) "
    "(jest|był|była|są)_(gościem|gościnią|gośćmi)_(odcinka|podcastu|audycji|programu|tego|naszego|kolejnego) "
    "odwiedził(a)?_nas",
    tells="opowiada opowiadają opowie opowiedział opowiedziała wyjaśnia tłumaczy mówi_nam",
    mit="z ze", we_talk="rozmawiam* rozmawiał(em|am|iśmy|yśmy) porozmawiał(em|am|iśmy|yśmy) gadam(y)? pogadaliśmy "
    "dyskutujemy spotkał(em|am|iśmy)_się spotykam(y)?_się omawiam(y)? zastanawiam(y)?_się podsumowujemy",
    talks="rozmawia rozmawiają rozmawiał rozmawiała dyskutuje", talk="rozmowa rozmowę rozmowie rozmowy wywiad wywiadu "
    "w_rozmowie spotkanie",
    no="nie nigdy bez zamiast",
    later="w_(przyszłym|następnym|kolejnym|zeszłym|ubiegłym|poprzednim)_(tygodniu|miesiącu|odcinku) za_tydzień "
    "następnym_razem w_przyszłości kiedyś ostatnio wkrótce",
    others="żona męża matka córka syn brat siostra biograf adwokat wdowa książka film",
)  # fmt: skip

CZECH = Speech(
    code="cs",
    marks="v ve s se na je a že do za pro jak si jsme o které který která ale jako tak jeho její jsou dílu díle díl "
    "podcastu podcast už také bude byl byla nebo podle při co kde proč dnešním dnes tento této před",
    hosts="moderuje moderátor(ka|ři)? moderují uvádí průvodce průvodkyně ptá_se ptají_se zpovídá redaktor(ka)? "
    "podcastem_provází pořadem_provází připravil(a)? připravuje rozhovor_vedl(a)? hostitel(ka|é)? autor(ka)?_podcastu "
    "provází",
    guests="host hosté hosti hostem hostka náš_host naši_hosté moji_hosté hostů účinkují účinkuje účastníci "
    "diskutují diskutující debatují debatovali ve_studiu vystupují vystoupí respondent(ka)? řečníci panelisté "
    "zpovídaný",
    host_is="(podcastem|pořadem|vysíláním|rozhovorem|debatou|diskuzí|večerem)_(vás_)?(provází|provázel|provázela) "
    "moderuje moderují moderoval moderovala moderovali (rozhovor|debatu|diskuzi|diskusi|podcast)_"
    "(vede|vedl|vedla|moderuje|moderoval|moderovala) zpovídal(a)? ptal(a)?_se ptá_se natočil(a)? připravil(a)? uvádí "
    "jmenuj(i|u)_se",
    guest_is="(hostem|hostkou)(_[a-zá-ž]+){0,4}?_(je|byl|byla|bude) (hostem|hostkou)(_[a-zá-ž]+){0,3}?_"
    "(podcastu|pořadu|dílu|epizody|vysílání|studia|rozhovoru)(_[A-ZÁ-Ž][a-zá-ž]+){0,3}_(je|byl|byla) "
    "(hosty)(_[a-zá-ž]+){0,4}?_(jsou|byli) (je|byl|byla|bude)_(hostem|hostkou) "
    "(mým|naším|dnešním|dalším|prvním)_hostem_(je|byl|byla) "
    "pozvání(_[a-zá-ž]+){0,4}?_přijal pozvání(_[a-zá-ž]+){0,4}?_přijala pozvání(_[a-zá-ž]+){0,4}?_přijali "
    "do_studia_(přišel|přišla|přišli|dorazil|dorazila|zavítal|zavítala) ve_studiu_(je|byl|byla) "
    "(tentokrát|dnes)_přišel navštívil(a)?_nás",
    guest_of="(přivítali|přivítal|přivítala|pozvali|pozvala)_(jsme|jsem) vítáme_ve_studiu",
    behind="(je|byl|byla|bude)_(dnes_|dnešním_|dalším_)?(hostem|hostkou) přijal(a)?_(naše_)?pozvání",
    tells="vypráví vysvětluje vyprávěl vyprávěla popisuje_nám debatují debatovali diskutují diskutovali",
    mit="s se", we_talk="povídáme(_si)? povídám(_si)? povídali(_jsme)? jsme_(si_)?(povídali|mluvili|popovídali) "
    "mluvíme mluvím mluvili_jsme bavíme_se bavím_se jsme_se_bavili rozebíráme probíráme popovídali_jsme_si "
    "hovoříme diskutujeme jsem_si_povídal(a)? jsem_mluvil(a)? natočili_jsme",
    talks="si_povídá si_povídal(a)? se_baví mluví hovoří hovořil hovořila mluvil mluvila povídá_si povídal_si "
    "povídala_si natočil natočila diskutuje "
    "diskutoval rozebírá ptal_se bavil_se bavila_se",
    talk="rozhovor rozhovoru rozhovory povídání debata beseda setkání naživo v_rozhovoru",
    no="ne není nikdy bez bohužel nepodařilo nestihli nemluvili nemluvíme",
    later="příště příští_(týden|díl|epizod\\w*) v_příštím_díle minul(ý|é|ém)_(týden|díl|díle) za_týden brzy kdysi",
    others="manželka manžel matka otec dcera syn bratr sestra životopisec advokát vdova kniha film",
)  # fmt: skip

SLOVAK = Speech(
    code="sk",
    marks="v vo s so sa na je a že do za pre ako si sme o ktoré ktorý ktorá ale jeho jej sú epizóde epizódy epizóda "
    "podcaste podcastu už tiež bude bol bola alebo podľa pri čo kde prečo dnešnej dnes tento tejto pred aj",
    hosts="moderuje moderátor(ka|i)? moderujú uvádza sprievodca pýta_sa pýtajú_sa redaktor(ka)? nahral(a)? "
    "pripravil(a)? podcastom_sprevádza rozhovor_viedol rozhovor_viedla hostiteľ(ka)? autor(ka)?_podcastu",
    guests="hosť hostia hosťom hostka hosťka náš_hosť naši_hostia účinkujú účastníci diskutujú diskutujúci v_štúdiu "
    "respondent(ka)? panelisti",
    host_is="(podcast|rozhovor|diskusiu|epizódu)_(nahral|nahrala|nahrávala|nahrával|pripravil|pripravila|moderoval|"
    "moderovala|moderuje|viedol|viedla) moderuje moderujú moderoval(a)? (podcastom|reláciou|diskusiou)_(vás_)?"
    "sprevádza rozprával(a)?_sa uvádza nahráva_ho volám_sa",
    guest_is="(hosťom|hostkou|hosťkou)(_[a-zá-ž]+){0,4}?_(je|bol|bola|bude) (hosťami)(_[a-zá-ž]+){0,4}?_(sú|boli) "
    "pozvanie(_[a-zá-ž]+){0,4}?_(prijal|prijala|prijali) do_štúdia_(prišiel|prišla|zavítal|zavítala) "
    "(mojím|naším|dnešným|ďalším)_hosťom_(je|bol|bola)",
    guest_of="(privítali|privítal|privítala|pozvali)_(sme|som) sme_(privítali|pozvali)",
    behind="(je|bol|bola|bude)_(dnes_|dnešným_)?(hosťom|hostkou) prijal(a)?_pozvanie",
    tells="rozpráva vysvetľuje porozprával porozprávala diskutujú diskutovali debatujú",
    mit="s so", we_talk="rozprávame_sa rozprávam_sa rozprávali_sme_sa (sme|som)_sa_(po)?rozprával(i|a)? hovoríme "
    "debatujeme sme_hovorili sa_(po)?rozprávame diskutujeme bavíme_sa",
    talks="rozpráva_sa hovorí diskutuje sa_rozpráva sa_rozprávala sa_rozprával",
    talk="rozhovor rozhovoru debata beseda stretnutie v_rozhovore",
    no="nie nikdy bez nepodarilo žiaľ bohužiaľ",
    later="nabudúce budúci_týždeň v_budúcej_(časti|epizóde) minul(ý|ú|ej)_(týždeň|časť|časti) o_týždeň čoskoro",
    others="manželka manžel matka otec dcéra syn brat sestra životopisec advokát vdova kniha film",
)  # fmt: skip
