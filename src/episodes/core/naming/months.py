"""The names of months, by which dates are known."""

from __future__ import annotations

from episodes.core.naming.folding import fold

#: A row is a year in one language and case; what two rows call otherwise is as the later one says.
_YEARS = """
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra
јануар фебруар март април мај јун јул август септембар октобар новембар децембар
јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра
януари февруари март април май юни юли август септември октомври ноември декември
januar februar marts april maj juni juli august september oktober november december
januari februari maret april mei juni juli agustus september oktober november desember
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep oct nov dec
januar februar märz april mai juni juli august september oktober november dezember
jänner febr mrz april mai jun jul aug sept okt nov dez
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr mars avr mai juin juil août sept oct nov déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene feb mar abr may jun jul ago setiembre oct nov dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen feb mar apr mag giu lug ago set ott nov dic
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta\
 marraskuuta joulukuuta
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ledna února března dubna května června července srpna září října listopadu prosince
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
"""
MONTH_NUMBERS = {fold(word): number for row in _YEARS.split("\n") for number, word in enumerate(row.split(), start=1)}
#: Longest first, so that a pattern of them takes whole words.
MONTHS = tuple(sorted(MONTH_NUMBERS, key=lambda word: (-len(word), word)))
