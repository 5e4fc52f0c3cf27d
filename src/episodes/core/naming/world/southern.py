"""Romanian, Turkish, Greek, Indonesian, Malay and Vietnamese."""

from __future__ import annotations

from episodes.core.naming.world.speech import Speech

ROMANIAN = Speech(
    code="ro",
    marks="și în la de pe cu că nu este un o care pentru din mai sau despre ce cum sunt a fost să se am ne îi episod "
    "episodul episodului ediția ediției podcast podcastul podcastului emisiunea emisiunii astăzi azi când",
    hosts="moderator(ii|i|ul)? moderatoare gazdă gazda gazde gazdele prezintă prezentator(i|ul)? prezentatoare "
    "realizator(i|ul)? realizatoare realizat_de moderat_de moderează un_podcast_(realizat_)?de o_emisiune_de "
    "interviu_realizat_de intervievator",
    guests="invitat invitată invitați invitate invitații invitatul invitata invitatul_(ediției|episodului|zilei) "
    "invitații_(ediției|episodului) invitatul_nostru invitata_noastră participanți participă alături_de în_studio "
    "vorbitori "
    "interlocutor",
    host_is="(podcast|emisiune|interviu|episod|dialog)(_[a-zăâîșț]+){0,3}?_(realizat|realizată|"
    "moderat|moderată|prezentat|"
    "prezentată|condus)_de gazda_(podcastului|emisiunii|episodului)_este moderează mă_numesc",
    guest_is="(invitatul|invitata)(_[a-zăâîșț]+){0,4}?_(este|e|a_fost|va_fi) "
    "(invitații|invitatele)(_[a-zăâîșț]+){0,4}?_"
    "(sunt|au_fost) (ne_)?este_alături_de_(noi|mine) (invitat|invitată)_este",
    guest_of="(îl|o|îi)_(avem|am)_(ca_|drept_)?(invitat|invitată|oaspete)_pe îl_am_invitat_pe am_invitat-o_pe "
    "(îl|o)_avem_"
    "alături_pe",
    behind="(este|e|a_fost)_(invitatul|invitata|oaspetele)_(nostru|noastră|meu|mea|episodului|"
    "ediției|podcastului|emisiunii|acest(ui|ei)) "
    "vine_la_podcast",
    mit="cu", we_talk="vorbim vorbesc discutăm discut stăm_de_vorbă stau_de_vorbă am_stat_de_vorbă am_vorbit "
    "am_discutat "
    "povestim am_povestit dialogăm am_dialogat vorbesc conversăm",
    talks="stă_de_vorbă vorbește discută dialoghează stau_de_vorbă",
    talk="interviu interviul dialog dialogul conversație conversația discuție discuția",
    no="nu n-am niciodată fără", later="(săptămâna|luna)_(viitoare|trecută) (episodul|ediția)_"
    "(viitor|viitoare|trecut|trecută|următor|următoare) data_viitoare în_curând",
    others="soția soțul mama tatăl fiica fiul sora fratele avocatul văduva cartea filmul lui",
)  # fmt: skip

TURKISH = Speech(
    code="tr",
    marks="ve bir bu da de ile için ne çok nasıl neden gibi daha mı mi olan olarak kadar var sonra ama hem en biz "
    "bölüm bölümde bölümün bölümümüzde podcast hakkında üzerine dair haftaki bugün kim hangi",
    hosts="sunan sunanlar sunucu(lar|muz|su)? hazırlayan_ve_sunan hazırlayıp_sunan hazırlayan moderatör moderatörler "
    "söyleşi konuşan host yapım_ve_sunum sunum soran röportaj programcı",
    guests="konuk konuklar konuğu konukları konuğumuz konuklarımız konuğum bölüm_konuğu bugünkü_konuğumuz "
    "stüdyo_konuğu katılımcı(lar)? konuşmacı(lar)? misafir misafirimiz katılanlar",
    host_is="(hazırlayan_ve_sunan|hazırlayıp_sunan|sunuculuğunu)",
    guest_is="(konuğumuz|konuğum|misafirimiz|misafirim|konuklarımız)(_ise)?(_bu_hafta|_bugün)? "
    "(bölümün|bölümümüzün|programın|haftanın|bu_haftanın|günün|podcastin|yayının)_(konuğu|konukları|misafiri)(_ise)?",
    guest_of="",
    behind="(bizimle|konuğumuz|konuğum|konuğumuz_oldu|konuğum_oldu|konuk_oldu|bizlerle) "
    "(konuğumuzdu|misafirimiz) (ağırlıyoruz|ağırladık|ağırlıyorum|ağırladım|konuk_ettik|konuk_ediyoruz|konuk_ediyorum)",
    mit="ile", postposed=True,
    we_talk="konuştuk konuşuyoruz konuştum konuşuyorum sohbet_ettik sohbet_ediyoruz söyleştik söyleşi röportaj sohbet "
    "sohbeti tartıştık ele_aldık konuşacağız",
    talks="konuşuyor söyleşiyor sohbet_ediyor",
    no="değil olmadan", later="(gelecek|geçen|önümüzdeki)_(hafta|bölüm|bölümde|ay) bir_sonraki_bölümde yakında",
    others="eşi annesi babası kızı oğlu kardeşi avukatı kitabı filmi",
)  # fmt: skip

GREEK = Speech(
    code="el",
    marks="και το η ο στο στη στην της του των για με να που είναι από τι πώς θα δεν τα οι σε μας ένα μια αυτό όπως "
    "επεισόδιο επεισοδίου podcast σήμερα εκπομπή εκπομπής γιατί μαζί",
    hosts="παρουσίαση παρουσιάζει παρουσιάζουν παρουσιαστής παρουσιάστρια παρουσιαστές οικοδεσπότης οικοδέσποινα "
    "επιμέλεια_[-–]?_?παρουσίαση επιμέλεια_και_παρουσίαση συντονίζει συντονισμός συνέντευξη_στ(ον|ην|η) "
    "έρευνα_[-–]_παρουσίαση",
    guests="καλεσμέν(ος|η|οι|ες) καλεσμέν(ος|η|οι)_μας φιλοξενούμεν(ος|η|οι) συμμετέχ(ει|ουν) συμμετέχοντες "
    "συνομιλητ(ής|ές) συνομιλήτρια ομιλητ(ής|ές) μιλ(ά|ούν) στο_στούντιο καλεσμέν(ος|η)_(του|της|στο)_\\w+",
    host_is="(παρουσιάζει|συντονίζει|συντόνισε)(_[οη])? (οικοδεσπότης|παρουσιαστής|παρουσιάστρια)_(είναι_)?[οη]",
    guest_is="καλεσμέν(ος|η)(_[α-ωά-ώ]+){0,4}?_(είναι_)?(ο|η) (καλεσμέν(ος|η)_)?(μαζί_μας|κοντά_μας|στο_στούντιο)_"
    "(είναι_)?(σήμερα_)?(ο|η) φιλοξενούμεν(ος|η)(_[α-ωά-ώ]+){0,3}?_(είναι_)?(ο|η) καλεσμέν(ος|η)_είναι",
    guest_of="(φιλοξενούμε|φιλοξενώ|υποδεχόμαστε|υποδέχομαι|φιλοξενήσαμε)_(τον|την|τη)",
    behind="είναι_(ο_|η_)?(καλεσμένος|καλεσμένη)", mit="με_τον με_την με_τη με",
    we_talk="μιλάμε μιλάω μιλήσαμε μίλησα συζητάμε συζητάω συζητήσαμε συζήτησα κουβεντιάζουμε κουβεντιάσαμε "
    "συνομιλούμε συνομιλήσαμε τα_λέμε", talks="συνομιλεί συζητά συζητάει μιλάει κουβεντιάζει",
    talk="συζήτηση συνέντευξη κουβέντα συνομιλία διάλογος", no="δεν δε μην ποτέ χωρίς",
    later="(την_)?(επόμενη|προηγούμενη|περασμένη)_(εβδομάδα|φορά) στο_(επόμενο|προηγούμενο)_επεισόδιο σύντομα",
    others="σύζυγος μητέρα πατέρας κόρη γιος αδελφός αδελφή δικηγόρος χήρα βιβλίο ταινία",
)  # fmt: skip

INDONESIAN = Speech(
    code="id",
    marks="yang dan di ini itu dengan untuk dari pada adalah tidak akan juga bisa kita kami saya dalam apa bagaimana "
    "episode kali tentang soal karena atau ada sudah lebih seorang bersama podcast oleh mereka kenapa sama",
    hosts="host pembawa_acara pemandu penyiar moderator pewawancara dipandu_oleh presenter juruhebah "
    "pengacara_rancangan",
    guests="narasumber bintang_tamu tamu tamu_kita pembicara tetamu panelis responden narasumber_kita tamu_spesial",
    host_is="(dipandu|dibawakan|dipandu_langsung|dipersembahkan)_oleh bersama_host (saya|aku)_host nama_(saya|gue|aku)",
    guest_is="(narasumber|bintang_tamu|tamu|tetamu)(_[a-z]+){0,4}?_(adalah|ialah) "
    "(kedatangan|ditemani|mengundang|menghadirkan)"
    "(_[a-z]+){0,3}?(_,)? bersama_(narasumber|bintang_tamu|tamu)(_kita|_kami)? (kita|kami)_ditemani_oleh "
    "(kedatangan|mengundang)_(tamu|bintang_tamu)_(spesial|istimewa),",
    behind="(adalah|menjadi)_(narasumber|bintang_tamu|tamu)",
    mit="dengan bareng bersama "
    "sama", we_talk="(kita|kami|saya|aku)(_[a-z]+){0,2}?_(ngobrol|berbincang|berbincang-bincang|"
    "berdiskusi|mengobrol|bercakap|bincang|membahas|berbual) ngobrol berbincang bincang berbincang-bincang "
    "bincang-bincang",
    talk="obrolan perbincangan wawancara percakapan ngobrol bincang diskusi",
    no="tidak bukan belum jangan tanpa", later="(minggu|pekan|bulan|episode)_(depan|lalu) episode_selanjutnya "
    "episode_berikutnya nanti", others="istri suami ibu ayah anak adik kakak pengacara buku film",
)  # fmt: skip

VIETNAMESE = Speech(
    code="vi",
    marks="và của là có không được cho với trong các một những này người khi về đến như để tập chúng ta tôi bạn "
    "podcast hôm nay cùng từ mời",
    hosts="host người_dẫn dẫn_chương_trình người_dẫn_chương_trình mc biên_tập_và_dẫn", guests="khách_mời khách "
    "khách_mời_(của_)?tập_này diễn_giả", guest_is="khách_mời(_[^\\W\\d_]+){0,6}?_là",
    mit="với cùng", we_talk="trò_chuyện nói_chuyện chia_sẻ", talk="trò_chuyện cuộc_trò_chuyện",
    no="không chưa", later="tuần_(sau|trước) tập_(sau|trước) sắp_tới",
)  # fmt: skip
