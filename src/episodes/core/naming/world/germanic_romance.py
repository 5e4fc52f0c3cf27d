"""Icelandic; and what the frames of `tongues/` do not have of the Germanic and Romance languages: mostly labels."""

from __future__ import annotations

from episodes.core.naming.world.speech import Speech

ICELANDIC = Speech(
    code="is",
    marks="og í á að er ekki sem við um með það hann hún þáttur þáttarins þættinum þætti þátturinn hlaðvarp hvernig "
    "þessum eru var hafa frá til fyrir eða þegar en",
    hosts="umsjón umsjónarmaður umsjónarmenn umsjónarkona þáttastjórnandi þáttastjórnendur stjórnandi stjórnendur "
    "umsjón_með_þættinum dagskrárgerð spyrill", guests="gestur gestir gestir_þáttarins gestur_þáttarins viðmælandi "
    "viðmælendur viðmælandi_þáttarins viðmælendur_þáttarins gestur_vikunnar gestur_dagsins",
    host_is="umsjón_(hefur|hafa|hafði) (umsjónarmaður|þáttastjórnandi|umsjónarmenn)(_þáttarins)?_(er|eru)",
    guest_is="(gestur|viðmælandi)(_[a-zþæðöáéíóúý]+){0,4}?_(er|var|verður) "
    "(gestir|viðmælendur)(_[a-zþæðöáéíóúý]+){0,4}?_"
    "(eru|voru)", behind="er_(gestur|viðmælandi)(_þáttarins)? kom_í_þáttinn kíkti_í_heimsókn",
    no="ekki aldrei án", later="í_(næstu|síðustu)_viku í_næsta_þætti næst bráðlega",
)  # fmt: skip

NORWEGIAN = Speech(
    code="no",
    marks="og i på det er som av til for med den å ikke om har vi de et en fra hvordan hvorfor hva episode episoden "
    "podkast også seg men var når kan",
    hosts="programleder(e|ne)? programledarar vert(er)? produsent_og_programleder med_programleder",
    guests="panelet gjest(er|en|ene)? dagens_gjest(er)? ukens_gjest(er)? i_studio i_panelet i_dagens_panel "
    "intervjuobjekt med_i_studio studiogjest(er)?",
    host_is="(ledes|programledes|presenteres|lages)_av med_programleder(ne)? programleder(e|ne)?_er",
    guest_is="(dagens|ukens|kveldens)_gjest(_er)?,? (møt|besøk_av|på_besøk_kommer|gjest_i_studio_er)"
    "(_dagens_gjest,?|_ukens_gjest,?)? (med_oss|med_meg)(_i_studio)?(_i_dag)?_(har_(vi|jeg)|er) "
    " intervju_med samtale_med",
    behind="er_på_besøk_i_studio er_på_besøk_i_(podkasten|studio|programmet) (er|var)_(dagens_|ukens_|vår_)?gjest(er)? "
    "er_på_plass_i", mit="med",
    talks="snakker prater "
    "samtaler", no="ikke aldri uten", later="neste_(uke|episode|gang) forrige_(uke|episode|gang) snart",
    others="kona mannen moren faren datteren sønnen broren søsteren boka filmen",
)  # fmt: skip

DANISH = Speech(
    code="da",
    marks="og i på det er som af til for med den at ikke om har vi de et en fra hvordan hvorfor hvad episode afsnit "
    "podcast også sig men var når kan",
    hosts="vært(er|inde)? tilrettelægg(er|else|ere) tilrettelægger_og_vært studievært(er)? programmedarbejder "
    "vært_og_tilrettelægger", guests="gæst(er|en|erne)? dagens_gæst(er)? ugens_gæst(er)? i_studiet "
    "studiegæst(er)?", host_is="tilrettelagt_af med_(.{0,12}_)?vært(erne)? vært(er)?_er vært_i_dag_er",
    guest_is="(dagens|ugens|aftenens)_gæst(_er)? gæst_i_(dag|studiet|programmet)_er besøg_af med_i_studiet_er "
    "", behind="er_(dagens_|ugens_)?gæst",
    mit="med", talks="taler snakker "
    "samtaler", no="ikke aldrig uden", later="næste_(uge|afsnit|gang) sidste_(uge|afsnit|gang) snart",
)  # fmt: skip

SWEDISH = Speech(
    code="sv",
    marks="och i på det är som av till för med den att inte om har vi de ett en från hur varför vad avsnitt avsnittet "
    "podd podden också sig men var när kan",
    hosts="programledare värd(ar)? poddvärd(ar)? reporter_och_programledare programledare_och_producent "
    "producent_och_programledare med_programledare "
    "moderator bisittare", guests="veckans_gäst(er)? dagens_gäst(er)? studiogäst(er)?",
    host_is="programleds_av leds_av med_programledar(e|na) "
    "programledare_är", guest_is="gäst_i_(studion|programmet|podden|"
    "avsnittet)_är (veckans|dagens|kvällens)_gäst(_är)?,? på_besök_i_studion_är besök_av ",
    behind="är_(veckans_|dagens_)?gäst(_i_podden|_i_studion)? gästar_(podden|studion|avsnittet|programmet)",
    mit="med", talks="pratar samtalar "
    "talar", no="inte aldrig utan", later="nästa_(vecka|avsnitt|gång) förra_(veckan|avsnittet|gången) snart",
)  # fmt: skip

DUTCH = Speech(
    code="nl",
    marks="en van het de een is dat op te voor met niet aan er in zijn deze ook maar om hoe waarom wat aflevering "
    "podcast over wordt door bij uit naar",
    hosts="presentatie presentator(en)? presentatrice host(s)? gastheer gastvrouw gespreksleider(s)? moderator "
    "interview(er)? redactie_en_presentatie", guests="gast(en)? te_gast aan_tafel in_de_studio onze_gast(en)? "
    "aan_tafel_schui(ft|ven)_aan", host_is="gepresenteerd_door presentatie_door in_handen_van presentatie_is_van",
    guest_is="te_gast(_[a-z]+){0,3}?_(is|zijn|was) (onze|mijn|de)_gast(_[a-z]+){0,3}?_is "
    "aan_tafel(_[a-z]+){0,2}?_(is|zit)",
    behind="is_te_gast schuift_aan "
    "is_(onze|mijn|de)_gast", mit="met", talks="praat spreekt", no="niet nooit geen zonder",
    later="volgende_(week|keer|aflevering) vorige_(week|keer|aflevering) binnenkort",
)  # fmt: skip

GERMAN = Speech(
    code="de",
    marks="und der die das ist nicht mit ein eine zu von den auf für im es auch wie sich dem des bei wir ich folge "
    "podcast aus über warum was sind hat",
    hosts="am_mikro(fon|phon)? moderation durch_die_sendung_führ(t|en) redaktion_und_moderation "
    "moderation_und_redaktion",
    guests="zu_gast im_studio gäste_im_studio gesprächsgäste gesprächspartner(innen|in)? mit_dabei es_diskutieren "
    "gäste_der_sendung prediger(in)? predigt_von "
    "referent(en|in|innen)? redner(in|innen)? es_sprechen",
    host_is="durch_die_sendung_führ(t|en) am_mikro(fon|phon)?_(ist|begrüßt_(sie|euch)) "
    "es_moderier(t|en)",
     no="nicht nie kein keine ohne",
    later="nächste_(woche|folge|mal) letzte_(woche|folge|mal) nächstes_mal letztes_mal demnächst",
)  # fmt: skip

FRENCH = Speech(
    code="fr",
    marks="et le la les de des du un une est que qui dans pour pas sur avec ce il nous vous au aux par plus sont "
    "épisode émission podcast cette son ses mais ou",
    hosts="présentation présenté_par présentée_par animé_par animée_par une_émission_(de|présentée_par) au_micro",
    guests="autour_de_la_table",
    host_is="(les|vos|nos)_(animateurs|animatrices|présentateurs|présentatrices)(_[a-zéèêà]+){0,3}?_(sont|étaient) "
    "(émission|podcast|épisode|rencontre)(_[a-zéèê]+){0,2}?_(présenté|présentée|animé|animée|"
    "proposé|proposée)_par "
    "au_micro_(de|d['’])", guest_is="(notre|mon)_invité(e)?(_[a-zéèêà]+){0,3}?_est", behind="est_(au_micro_de_ce|"
    "au_micro_de_cet|l['’]invité_de|l['’]invitée_de|notre_invité|notre_invitée|mon_invité|mon_invitée)\\w*",
    no="ne pas jamais sans n", later="(semaine|fois)_(prochaine|dernière) prochain_épisode bientôt",
)  # fmt: skip

SPANISH = Speech(
    code="es",
    marks="y el la los las de del un una es que en para por con no se su al lo como más este esta episodio programa "
    "podcast qué cómo hoy pero o sobre son",
    hosts="conduce(n)? presenta(n)? conducción presentación dirige_y_presenta con_la_conducción_de al_micrófono",
    guests="invitad(o|a|os|as) nuestr(o|a|os|as)_invitad(o|a|os|as) entrevistad(o|a|os|as) participan",
    host_is="(conducido|presentado|conducida|presentada)_por con_la_conducción_de",
    guest_is="(nuestro|nuestra|mi)_invitad(o|a)(_[a-záéíóú]+){0,3}?_es (nos_acompaña|nos_visita|contamos_con)",
    behind="es_(nuestro_|nuestra_|mi_)invitad(o|a)", no="no nunca sin jamás", later="próxim(a|o)_(semana|episodio) "
    "(semana|episodio)_pasad(a|o) semana_que_viene pronto",
)  # fmt: skip

PORTUGUESE = Speech(
    code="pt",
    marks="e o a os as de do da um uma é que em para por com não se seu sua ao no na como mais este esta episódio "
    "programa podcast quem hoje mas ou sobre são neste nesta",
    hosts="apresentação apresenta(m)? conduz(em)? condução moderação apresentador(a|es)?",
    guests="convidad(o|a|os|as) noss(o|a|os|as)_convidad(o|a|os|as) participantes participam entrevistad(o|a|os|as)",
    host_is="(apresentado|conduzido|apresentada)_por com_apresentação_de apresentação_de",
    guest_is="(nosso|nossa|meu|minha)_convidad(o|a)(_[a-záéíóúãõç]+){0,3}?_é", behind="é_(o_|a_)?(nosso_|nossa_|minha_|"
    "meu_)convidad(o|a)", no="não nunca sem jamais", later="próxim(a|o)_(semana|episódio) semana_passada em_breve",
)  # fmt: skip

ITALIAN = Speech(
    code="it",
    marks="e il la lo i gli le di del della un una è che in per con non si su al nel come più questo questa puntata "
    "episodio podcast chi oggi ma o sono dal dalla cosa",
    hosts="conduce conducono conduzione presenta presentano in_studio a_cura_di conduttore conduttrice condotto_da "
    "a(l|i)_microfon(o|i)",
    guests="ospit(e|i) ospiti_di_\\w+_\\w+ ospiti_della_puntata ospite_della_puntata i_nostri_ospiti intervengono "
    "partecipano",
    host_is="(condotto|condotta|presentato|presentata|letta_e_commentata|letto_e_commentato)_da conduce conducono "
    "a(l|i)_microfon(o|i)(_di)?",
    guest_is="(il_nostro|la_nostra)_ospite(_[a-zàèéìòù]+){0,3}?_è ospite(_[a-zàèéìòù]+){0,4}?_è",
    behind="è_(ospite|il_nostro_ospite|la_nostra_ospite)", no="non mai senza", later="(settimana|puntata)_"
    "(prossima|scorsa) (prossima|scorsa)_(settimana|puntata) presto",
)  # fmt: skip

CATALAN = Speech(
    code="ca",
    marks="i el la els les de del un una és que en per amb no es seu seva al com més aquest aquesta episodi programa "
    "podcast què avui però o sobre són dels hi ens",
    hosts="presenta presenten condueix condueixen presentació conducció",
    guests="convidat convidada convidats convidades el_nostre_convidat la_nostra_convidada hi_participen participants",
    host_is="(presentat|conduït|presentada)_per", guest_is="(avui_)?ens_(acompanya|acompanyen|visita) "
    "(el_convidat|la_convidada)(_[a-zàèéíòóú]+|_d['’]avui){0,3}?_és (el_nostre_convidat|la_nostra_convidada)"
    "(_[a-zàèéíòóú]+){0,3}?_és", behind="és_(el_nostre|la_nostra)_(convidat|convidada)",
    no="no mai sense", later="setmana_(vinent|passada) proper_(episodi|programa) aviat",
)  # fmt: skip
