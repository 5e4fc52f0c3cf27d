"""French, Spanish, Italian, Portuguese and Catalan: who tells us something tells it `nous`, `nos`, `ci`."""

from __future__ import annotations

from episodes.core.naming.tongues.tongue import Tongue

FRENCH = Tongue(
    speaks="parle parlent discute discutent échange échangent converse conversent dialogue dialoguent bavarde "
    "bavardent débat débattent s['’]entretient s['’]entretiennent",
    speak="parle parlons parlais discute discutons échange échangeons converse conversons dialogue dialoguons "
    "bavarde bavardons débattons m['’]entretiens nous_entretenons",
    spoken="parlé discuté échangé conversé dialogué bavardé débattu",
    receives="reçoit reçoivent accueille accueillent interroge interrogent interviewe interviewent",
    receive="reçois recevons accueille accueillons interroge interrogeons interviewe interviewons reçoit",
    tells="raconte racontent explique expliquent témoigne témoignent revient_sur reviennent_sur décrypte décryptent "
    "analyse analysent évoque évoquent", we="je nous on", have="ai avons a", us="nous me vous", us_first=True,
    mit="avec", between="entre", about="de du des sur", guest="invité invitée", guests="invités invitées",
    our="notre nos mon", of_ours="du_jour de_la_semaine", be="est sont", was="était",
    as_guest="comme_invité comme_invitée comme_invités en_invité en_invitée en_invités",
    talk="entretien entretiens entrevue interview conversation",
    chat="échange discussion rencontre", meeting="dialogue débat", in_talk="en_conversation en_discussion en_dialogue",
    he="il elle ils elles", this="du cet cette ce", today="aujourd['’]hui", episode="épisode podcast émission",
    no="pas jamais plus", received="reçu interviewé accueilli invité rencontré",
    gives="parle parlent accompagne accompagnent rejoint rejoignent partage partagent livre propose présente "
    "éclaire invite confie dit fait guide emmène", presents="analysent reviennent commentent débattent",
    holds="rencontre invite présente",
    his="son sa ses",
    within="dans",
    works="livre journal mémoires autobiographie roman",
    with_us="avec_nous avec_moi à_mes_côtés à_nos_côtés",
    argues="éclaire détaille défend plaide décrit propose présente",
    i_am="je_suis je_m['’]appelle",
)  # fmt: skip
SPANISH = Tongue(
    speaks="habla hablan conversa conversan charla charlan platica platican dialoga dialogan discute discuten",
    speak="hablo hablamos hablé hablaremos converso conversamos conversé charlo charlamos charlé platico platicamos "
    "platiqué dialogamos debatimos discutimos nos_sentamos me_siento contamos hablando conversando charlando",
    spoken="hablado conversado charlado platicado", receives="entrevista entrevistan recibe reciben",
    receive="entrevisto entrevistamos entrevisté recibimos recibo recibí invitamos tenemos tengo traemos traigo "
    "sentamos", before_guest="a con_nosotros_a",
    tells="cuenta cuentan explica explican comparte comparten relata relatan", have="he hemos", us="nos me",
    us_first=True, mit="con", between="entre", about="de sobre", guest="invitado invitada",
    guests="invitados invitadas", our="nuestro nuestra nuestros nuestras mi",
    of_ours="de_hoy de_la_semana de_esta_semana", be="es son", was="fue",
    as_guest="como_invitado como_invitada como_invitados",
    talk="entrevista entrevistas conversación conversaciones charla charlas", meeting="diálogo encuentro",
    in_talk="en_conversación", he="él ella", this="del este esta", today="hoy",
    episode="episodio podcast capítulo programa", no="no nunca jamás",
    received="entrevistado_a invitado_a recibido_a",
    gives="habla hablan acompaña acompañan visita visitan guía ayuda ayudan revela lleva",
    presents="analizan responden repasan comentan debaten", holds="presenta invita conduce",
    his="su sus",
    within="en",
    works="libro novela memorias diario",
    with_us="con_nosotros conmigo",
    argues="analiza detalla describe repasa reflexiona aborda defiende",
    i_am="soy me_llamo mi_nombre_es",
)  # fmt: skip
ITALIAN = Tongue(
    speaks="parla parlano dialoga dialogano chiacchiera chiacchierano discute discutono conversa conversano",
    speak="parlo parliamo parlerò parleremo chiacchiero chiacchieriamo ragiono ragioniamo dialoghiamo "
    "conversiamo mi_confronto ci_confrontiamo", spoken="parlato chiacchierato discusso dialogato",
    receives="intervista intervistano ospita ospitano", receive="intervisto intervistiamo ospito ospitiamo",
    tells="racconta raccontano spiega spiegano", have="ho abbiamo", us="ci", us_first=True, mit="con",
    between="tra fra", about="di del della su", guest="ospite", guests="ospiti",
    our="il_nostro la_nostra i_nostri nostro mio",
    of_ours="di_oggi di_questa_puntata della_puntata di_questa_settimana", be="è sono",
    as_guest="come_ospiti come_ospite",
    talk="intervista interviste conversazione conversazioni chiacchierata chiacchierate", meeting="dialogo",
    in_talk="in_conversazione in_dialogo", he="lei lui", this="della questo questa", today="oggi",
    episode="puntata episodio podcast", no="non mai", received="intervistato ospitato incontrato",
    gives="parla parlano accompagna accompagnano raggiunge descrive guida guidano porta svela aiuta aiutano illustra",
    presents="analizzano commentano", holds="incontra invita conduce",
    his="suo sua suoi",
    within="nel nella nei",
    works="libro romanzo memorie diario",
    with_us="con_noi con_me",
    there="c['’]è ci_sono abbiamo",
    argues="analizza descrive riflette illustra approfondisce",
    i_am="io_sono mi_chiamo",
)  # fmt: skip
PORTUGUESE = Tongue(
    speaks="discute discutem conversa conversam fala falam dialoga dialogam bate_um_papo batem_um_papo",
    speak="converso conversamos conversei falo falamos falámos falei falaremos dialogamos bati_um_papo "
    "batemos_um_papo bato_um_papo", receives="recebe recebem entrevista entrevistam",
    receive="entrevisto entrevistamos entrevistei recebo recebemos recebi",
    tells="conta contam explica explicam compartilha compartilham", us="nos", us_first=True, mit="com",
    between="entre", about="de sobre", guest="convidado convidada", guests="convidados convidadas",
    our="o_nosso a_nossa os_nossos as_nossas nosso nossa nossos nossas meu minha", of_ours="de_hoje da_semana",
    be="é são", was="foi", as_guest="como_convidado como_convidada como_convidados",
    talk="entrevista entrevistas conversa conversas bate-papo bate-papos", in_talk="em_conversa", he="ela ele",
    this="do da este esta deste desta neste nesta", today="hoje", episode="episódio podcast programa", no="não nunca",
    gives="fala falam acompanha acompanham ajuda ajudam revela guia", presents="analisam",
    holds="apresenta convida",
    his="seu sua seus suas",
    within="em no na",
    works="livro romance memórias diário",
    with_us="conosco connosco comigo",
    argues="analisa descreve reflete comenta",
    i_am="eu_sou meu_nome_é",
)  # fmt: skip
CATALAN = Tongue(
    speaks="parla parlen conversa conversen", speak="parlem parlarem conversem xerrem parlo converso",
    receives="entrevista entrevisten", receive="entrevistem rebem", tells="explica expliquen", us="ens",
    us_first=True, mit=r"amb(?!\s(?:qui|que)\b)", between="entre", about="de del dels sobre",
    guest="convidat convidada", guests="convidats convidades", our="el_nostre la_nostra", be="és són",
    as_guest="com_a_convidat com_a_convidada", talk="entrevista conversa xerrada", in_talk="en_conversa",
    he="ella ell", this="aquest aquesta", today="avui", episode="episodi podcast programa", no="no mai de del dels",
    gives="parla parlen visita acompanya",
)  # fmt: skip
