"""Endings of names behind `with` and as an object, by language: what they become in the base form.

Each row is `ending>base`, for the end of a word; `V` and `C` before an ending are a vowel and a consonant that stay.
A row that is not there is one that leaves two base forms to choose from; `!` says that there is none. Given names
have to be known ones besides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Endings:
    """How one language inflects names: of men, of women, of either; `same` are ends that women's surnames keep."""

    given_men: str
    given_women: str
    men: str  #: surnames
    women: str
    men_same: str = ""
    women_same: str = ""


POLISH = Endings(
    given_men="łem>ł łem>eł kiem>ek kiem>k kiem>iek giem>g drem>der em>  im>i ym>y ą>a wem>ew rem>er niem>ń "
    "ego>y ego>i "
    "ka>ek "
    "ra>er wła>weł ła>ł a>  ę>a ją>ja",
    given_women="ią>ia ją>ja ą>a ę>a cję>cja y>a",
    men="skim>ski ckim>cki dzkim>dzki ym>y Vkiem>Vk dkiem>dek tkiem>tek wkiem>wek zkiem>zek bkiem>bek jkiem>jek "
    "pkiem>pek czkiem>czek szkiem>szek Vgiem>Vg Vcem>Vc Vdem>Vd Vtem>Vt Vbem>Vb Vpem>Vp Vmem>Vm Vnem>Vn Vrem>Vr "
    "Vsem>Vs "
    "Vzem>Vz Vjem>Vj Vlem>Vl Vłem>Vł Vwem>Vw Vfem>Vf chem>ch czem>cz szem>sz rzem>rz żem>ż stem>st ntem>nt rtem>rt "
    "ltem>lt ldem>ld ndem>nd rdem>rd niem>ń tą>ta wą>wa bą>ba łą>ła ną>na lą>la szą>sza czą>cza jką>jka rą>ra gą>ga "
    "dą>da pą>pa mą>ma zą>za ją>ja cą>ca "
    "skiego>ski ckiego>cki dzkiego>dzki ego>y Vka>Vk dka>dek tka>tek wka>wek zka>zek bka>bek czka>czek",
    women="ską>ska cką>cka dzką>dzka skiej>ska ckiej>cka dzkiej>dzka wą>wa ną>na łą>ła tą>ta bą>ba lą>la rą>ra ą>a ę>a",
    men_same="o",
    women_same="b c ć d f g h j k l ł m n ń p r s ś t w x z ź ż o e i y",
)
CZECH = Endings(
    given_men="lem>el kem>ek ňkem>něk ďkem>děk lem>l kem>k em>  ím>í honzou>honza jirkou>jirka pepou>pepa kubou>kuba "
    "trem>tr a>  e>  ka>ek la>el ho>  em>o",
    given_women="ou>a í>e ií>ie u>a y>a",
    men="ým>ý ím>í ňkem>něk ďkem>děk ťkem>těk škem>šek Ckem>Cek Vlem>Vl Vkem>Vk Ccem>Cec Vcem>Vc Vnem>Vn Vbem>Vb "
    "Vdem>Vd "
    "Vtem>Vt Vpem>Vp Vmem>Vm Vrem>Vr Vsem>Vs Vzem>Vz Všem>Vš Všem>Vš Včem>Vč Vřem>Vř Vžem>Vž Vjem>Vj Vvem>Vv Vchem>Vch "
    "Vxem>Vx Vhem>Vh Ctem>Ct Cdem>Cd ndrem>ndr ovou>! ou>a",
    women="ou>á ové>ová ské>ská cké>cká",
    women_same="b c d f g h k l m n p r s t v x z ů í",
)
SLOVAK = Endings(
    given_men="rom>er lom>ol kom>ek om>  om>o om>a ím>í",
    given_women="iou>ia ou>a y>a",
    men="skym>sky ským>ský ckým>cký ým>ý ákom>ák íkom>ík ikom>ik ačom>ač áčom>áč ičom>ič íčom>íč árom>ár ášom>áš "
    "íšom>íš išom>iš íkom>ík anom>an inom>in ínom>ín ánom>án",
    women="ou>á ovej>ová skej>ská ckej>cká",
    women_same="b c d f g h k l m n p r s t v x z í",
)
CROATIAN = Endings(
    given_men="lukom>luka nikolom>nikola ivicom>ivica kom>ko petrom>petar drom>dar rom>  om>  em>  om>o om>a em>e "
    "ijem>ije",
    given_women="om>a",
    men="ićem>ić čem>č šem>š žem>ž ćem>ć jem>j skim>ski ckim>cki Vkom>Vk Vnom>Vn Vtom>Vt Vrom>Vr Vsom>Vs Vdom>Vd "
    "Vlom>Vl "
    "Vbom>Vb Vpom>Vp Vmom>Vm Vvom>Vv Vgom>Vg Vhom>Vh Vzom>Vz",
    women="skom>ska ovom>ova evom>eva",
    women_same="ić č š ž ć j k n t r s d l b p v g h z c",
)
SLOVENE = Endings(
    given_men="kom>ko rom>er rjem>r jem>j ijem>i om>  em>  om>o om>a lom>el",
    given_women="o>a jo>ja",
    men="rjem>r Vkom>Vk Vnom>Vn Vtom>Vt Vrom>Vr Vsom>Vs Vdom>Vd Vlom>Vl Vbom>Vb Vpom>Vp Vmom>Vm Vvom>Vv Vgom>Vg "
    "Vhom>Vh "
    "Vzom>Vz čem>č šem>š žem>ž jem>j Ccem>Cec skim>ski",
    women="o>a",
    women_same="č š ž ć j k n t r s d l b p v g h z c",
)
RUSSIAN = Endings(
    given_men="ом>  ем>й ем>ь ием>ий еем>ей ой>а ей>я ёй>я ьвом>ев влом>вел ьей>ья ой>а а>  я>й я>ь у>а",
    given_women="ой>а ей>я ией>ия ьей>ья овью>овь у>а ю>я",
    men="овым>ов евым>ев ёвым>ёв иным>ин ыным>ын ским>ский цким>цкий Vком>Vк Vном>Vн Vром>Vр Vсом>Vс Vдом>Vд Vтом>Vт "
    "Vлом>Vл "
    "Vбом>Vб Vмом>Vм Vвом>Vв Vгом>Vг Vзом>Vз Vхом>Vх ичем>ич нцем>нец ером>ер ова>ов ева>ев ина>ин ского>ский "
    "цкого>цкий",
    women="овой>ова евой>ева ёвой>ёва иной>ина ыной>ына ской>ская цкой>цкая ову>ова еву>ева ину>ина скую>ская "
    "цкую>цкая",
    men_same="о их ых",
    women_same="б в г д ж з к л м н п р с т ф х ц ч ш ь о их ых",
)
UKRAINIAN = Endings(
    given_men="ом>  ом>о ем>й ієм>ій єм>й ем>  ем>ь ою>а ею>я єю>я а>о а>  я>й я>ь",
    given_women="ою>а ею>я єю>я ією>ія ’ю>  'ю>  и>а ії>ія",
    men="енком>енко ським>ський цьким>цький овим>ов евим>ев иним>ин Vком>Vк Vном>Vн Vром>Vр Vсом>Vс Vдом>Vд Vтом>Vт "
    "Vлом>Vл "
    "Vбом>Vб Vмом>Vм Vзом>Vз Vхом>Vх чем>ч йком>йко",
    women="ською>ська цькою>цька овою>ова евою>ева іною>іна иною>ина ської>ська цької>цька ової>ова евої>ева іної>іна",
    women_same="б в г д ж з к л м н п р с т ф х ц ч ш ь о",
)
#: Only the last name takes an ending.
FINNISH = Endings(given_men="", given_women="", men="sen>nen lan>la län>lä", women="", men_same="")
#: The given name is the last one.
HUNGARIAN = Endings(
    given_men="ának>a ének>e át>a ét>e áról>a éről>e ától>a étől>e ához>a éhez>e ával>a ével>e "
    "nak>  nek>  t>  ot>  et>  öt>  ról>  ről>  tól>  től>  hoz>  hez>  höz>  val>  vel> ",
    given_women="",
    men="",
    women="",
)
GREEK = Endings(
    given_men="ο>ος η>ης α>ας ό>ός ή>ής ά>άς",
    given_women="",
    men="ο>ος η>ης α>ας ό>ός ή>ής ά>άς ου>ου",
    women="",
)
