"""Words that tell nothing of a topic, in the languages that most episodes speak; folded as `core/words.py` folds."""

from __future__ import annotations

from functools import cache

_WORDS = {
    "en": """
a about above across actually after again against ago ah all almost along already alright also although always am
among an and another any anybody anyone anything anyway are arent around as ask asked asking at away awesome back
basically be became because become been before being believe best better between big bit both but by call called came
can cant certainly come comes coming completely cool could couldnt couple course day days definitely did didnt
different do does doesnt doing done dont down each easy either else end enough especially etc even ever every
everybody everyone everything exactly example fact far feel feels felt few find fine first for found four from fun
further gave get gets getting give given gives go goes going gone gonna good got gotta great guess guys had happen
happened happening happens hard has hasnt have havent having he hello her here hes hey hi him himself his hm hmm
honestly hope how however huge i id idea if ill im important in instead interesting into is isnt it itd itll its
itself ive just keep kept kind kinda knew know known knows last later laughs laughter least left less let lets like
liked literally little long longer look looked looking looks lot lots love made make makes making many matter may
maybe me mean means mentioned might mine more most mostly move much must my myself need needed needs never new next
nice no nobody none nope nor not nothing now number obviously of off often oh ok okay old on once one ones only onto
open or order other others ought our ours out over own part particular people perfect perhaps person piece place point
possible pretty probably problem put question questions quick quickly quite rather read ready real really reason right
said same saw say saying says second see seeing seem seemed seems seen sense set she shes should shouldnt show side
similar simple since small so some somebody somehow someone something sometimes somewhat somewhere soon sort sounds
speak start started starting starts stay still stop stuff such super sure take taken takes taking talk talked talking
tell tend terms than thank thanks that thatll thats the their theirs them themselves then there therell theres these
they theyd theyll theyre theyve thing things think thinking third this those though thought thoughts three through
throughout time times to today together told tomorrow too took top totally toward towards tried true try trying turn
two type uh uhhuh um under understand until up upon us use used uses using usually various very wait wanna want wanted
wanting wants was wasnt way ways we wed well welcome went were werent weve what whatever whats when whenever where
wherever whether which while who whoa whole whom whos whose why will wish with within without wonder wonderful wont
word words work worked working works world would wouldnt wow wrong yah yea yeah year years yep yes yesterday yet you
youd youll young your youre yours yourself youve zero okey mhm january february march april june july august september
october november december monday tuesday wednesday thursday friday saturday sunday morning evening night week weeks
month months hour hours minute minutes five six seven eight nine ten hundred thousand million half lately story
conversation inaudible crosstalk unintelligible folks man guy allow allowed allows bring bringing brings brought build
building built care change changed changes choose created create creating depends explore exploring figure forth
generally hear heard help helped helpful helping helps hit involved learn learned learning leave live moving multiple
nowadays originally pick play playing reasons run running runs sit solve solving spend spent stand touch walk watch
watching write writing wrote
""",
    "de": """
aber alle allem allen aller alles als also alt am an andere anderem anderen anderer anderes auch auf aus ausserdem bei
beim bereits besser bin bis bisschen bist bitte da dabei dadurch dafur dagegen daher dahin damals damit danach dann
daran darauf darf darin daruber darum das dass davon dazu dein deine dem den denen denn der deren des deshalb dessen
dich die dies diese diesem diesen dieser dieses ding dinge dir doch dort drei du durch eben eigentlich ein eine einem
einen einer eines einfach einige einmal er erst erste es etwas euch euer fast finde fur gab ganz ganze gar geben gehen
geht gemacht genau gerade gern gerne gesagt gibt ging glaube gut gute guten haben habe hab halt hast hat hatte hatten
heisst heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer in ins irgendwie ist ja jahr jahre
jahren jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinen kommen kommt konnen konnte konnten
lassen leute letzte letzten macht machen mal man manche mehr mein meine meinen meiner mensch menschen mich mir mit
mochte mochten muss mussen musste nach naturlich neben nein nicht nichts nie niemand noch nun nur ob oder of ohne okay
sagen sagt schon sehr sei sein seine seinem seinen seiner seit selbst sich sicher sie sind so sogar solche soll sollen
sollte sondern sonst sowas stimmt tag tun ubel uber um und uns unser unsere unter viel viele vielen vielleicht vier
vom von vor war ware waren warum was weg wegen weil weiss weiter welche welcher welches wenig wenn wer werde werden
wie wieder will wir wird wirklich wissen wo wollen wollte worden wurde wurden zeit zu zum zur zwar zwei zwischen ah
ahm hm eh naja
""",
    "fr": """
a ai ainsi ait alors apres as assez au aucun aujourdhui aura aussi autre autres aux avaient avais avait avant avec
avez avoir avons bah beaucoup ben bien bon bonjour car ce cela celle celles celui cest cet cette ceux chaque chez
chose choses comme comment contre dabord daccord dans de deja depuis dernier des deux devait devant dire dis dit dois
doit donc dont du elle elles en encore enfin ensuite entre es est et etaient etais etait ete etes etre eu euh eux fait
faire fallait faut fois font grand gens ici il ils jai je jetais jusqua juste la le les leur leurs lui ma mais
maintenant me meme memes merci mes mieux mis moi moins mon na nest ne non nos notre nous on ont ou oui par parce parle
parler pas passe peu peut peutetre peux plus plutot pour pourquoi pouvait pouvez premier prendre pres puis qua quand
quatre que quel quelle quelque quelques quest qui quil quils quoi quon rien sa sais sait sans se sera ses sest
seulement si soit sommes son sont souvent sous suis sur ta tant te tellement temps tes toi ton toujours tous tout
toute toutes tres trois trop tu un une va vais vers veut veux voila voir vois vont vos votre voulait vous vraiment vu
y ya ans annee annees jour
""",
    "es": """
a ademas ahi ahora al algo alguien algun alguna algunas algunos alla alli ano anos antes aqui asi aun aunque bastante
bien bueno buenas buenos cada casi claro como con cosa cosas creo cual cuales cuando cuanto cuatro da dan de decir del
desde despues dia dias dice dicho digo donde dos e el ella ellas ellos embargo en entonces entre era eran eres es esa
esas ese eso esos esta estaba estaban estamos estan estar estas este esto estos estoy fin fue fueron gente gracias
gran grande ha haber habia hablar hace hacen hacer hacia han hasta hay haya he hecho hemos hola hoy igual incluso ir
jamas la las le les lo los luego mas mayor me mejor menos mi mientras mis misma mismo momento mucha muchas mucho
muchos muy nada nadie ni ningun ninguna no nos nosotros nuestra nuestro nunca o os otra otras otro otros para parece
parte pero poco podemos poder por porque primer primera primero pues puede pueden puedo que quien quiere quiero
realmente sabe saber sabes se sea segun ser si siempre sin sino sobre sois solo somos son soy su sus tal tambien
tampoco tan tanto te tenemos tener tengo tenia ti tiempo tiene tienen toda todas todavia todo todos tres tu tus un una
unas uno unos usted ustedes va vale vamos van veces ver verdad vez voy y ya yo
""",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that tell nothing; for a language that is not known, those of English.

    >>> "the" in stop_words("en-GB"), "nicht" in stop_words("de"), "nicht" in stop_words("en")
    (True, True, False)
    """
    return frozenset(_WORDS.get(language.lower().partition("-")[0], _WORDS["en"]).split())
