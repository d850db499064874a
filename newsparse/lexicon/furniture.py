"""Phrases of a page's furniture, by purpose and language: what stands around stories and inside them.

A phrase is written as `newsparse.textual.normalize` folds it: small letters, plain quotes and dashes.
`WHOLE` phrases are furniture where they are the whole line; `OPENING` ones where a line begins
with them (and is no long paragraph). Add a phrase where it belongs; nothing else needs to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WHOLE: Final[dict[str, dict[str, str]]] = {
    "related": {
        "en": "related | read more | read also | also read | see also | more | more stories | more on this | more on this story | more on this topic | related content | related posts | related articles | related stories | related topics | related news | related coverage | related links | recommended | recommended stories | recommended reading | recommended for you | you may also like | you might also like | you may like | you might like | trending | trending now | trending stories | most read | most popular | most viewed | popular | popular stories | latest | latest news | latest stories | top stories | editor's picks | editors' picks | editor's choice | up next | next up | don't miss | must read | must reads | more from this author | more like this | in case you missed it | featured | featured stories | what to read next | read next | keep reading | further reading | explore more | more in this section | more news | more videos | watch next | watch more | recent posts | similar articles | from around the web | around the web | promoted stories | sponsored stories | sponsored content | the latest | in other news | more to read | more to explore | more coverage | read on | next story | previous story | previous article | next article | popular now | discover more | explore | on the web | stories you may like | suggested reading | you may be interested in | also on this site",
        "de": "mehr zum thema | mehr | mehr dazu | lesen sie auch | lesen sie mehr | lesen sie hier | auch interessant | das könnte sie auch interessieren | das könnte dich auch interessieren | das könnte sie interessieren | weitere artikel | weitere themen | weitere nachrichten | weitere meldungen | weiterlesen | verwandte artikel | verwandte themen | verwandte beiträge | ähnliche artikel | ähnliche beiträge | meistgelesen | meistgelesene artikel | meistgelesene nachrichten | am häufigsten gelesen | aktuelles | aktuelle nachrichten | aktuelle meldungen | aktuelle artikel | neueste artikel | neueste nachrichten | top-themen | topthemen | empfehlungen | empfohlen | empfohlene artikel | empfohlener redaktioneller inhalt | empfehlungen der redaktion | unsere empfehlungen | passend dazu | passend zum thema | zum thema | mehr aus diesem ressort | mehr nachrichten | schlagzeilen | beliebt | beliebte artikel | lesetipps | lesetipp | leseempfehlung | mehr lesen | jetzt lesen | auch lesenswert | videoempfehlung | mehr zu | dazu passend | anzeige & partner | nächster artikel | vorheriger artikel",
        "fr": "à lire aussi | lire aussi | a lire aussi | à lire également | à lire | lire la suite | voir aussi | sur le même sujet | sur le même thème | articles liés | articles similaires | articles recommandés | les plus lus | les plus populaires | en continu | à la une | le plus populaire | nos recommandations | dans la même rubrique | plus d'articles | à voir aussi | dernières actualités | contenu recommandé | la suite après la publicité | pour aller plus loin",
        "es": "lee también | leer también | lea también | te puede interesar | también te puede interesar | te recomendamos | le recomendamos | más información | más sobre este tema | relacionado | relacionados | relacionadas | noticias relacionadas | artículos relacionados | temas relacionados | lo más leído | lo más visto | lo último | más noticias | más leídas | últimas noticias | ver más | leer más | sigue leyendo | recomendado | recomendados | te puede gustar | no te pierdas | además | archivado en | en portada | contenido relacionado | otras noticias | lee más",
        "it": "leggi anche | leggi tutto | leggi di più | potrebbe interessarti | potrebbe interessarti anche | articoli correlati | correlati | notizie correlate | i più letti | più letti | ultime notizie | da non perdere | ti potrebbe interessare | ti potrebbero interessare | consigliati | approfondimenti | continua a leggere | articolo successivo | articolo precedente",
        "pt": "leia também | leia mais | veja também | saiba mais | relacionados | relacionadas | notícias relacionadas | mais lidas | mais lidos | últimas notícias | recomendados | mais notícias | você pode gostar | artigos relacionados | continue lendo | veja mais | conteúdo relacionado",
        "nl": "lees ook | lees meer | lees verder | meer over | meer lezen | gerelateerd | gerelateerde artikelen | meest gelezen | bekijk ook | aanbevolen | ook interessant | meer nieuws | net binnen | laatste nieuws",
        "sv": "läs mer | läs också | läs även | relaterat | relaterade artiklar | mest läst | mest lästa | senaste nytt | mer om ämnet | fler artiklar | rekommenderas",
        "no": "les også | les mer | les hele saken | relatert | relaterte saker | mest lest | siste nytt | flere saker | anbefalt | anbefalte saker",
        "da": "læs også | læs mere | relateret | relaterede artikler | mest læste | mest læst | seneste nyt | se også | flere artikler",
        "fi": "lue myös | lue lisää | luetuimmat | suosituimmat | aiheeseen liittyvää | uusimmat",
        "is": "lesa meira | lesið meira | tengdar fréttir | mest lesið | meira efni | nýjast",
        "pl": "czytaj także | czytaj też | czytaj więcej | zobacz także | zobacz też | zobacz również | polecane | polecamy | powiązane | podobne artykuły | najczęściej czytane | najnowsze | przeczytaj także | przeczytaj też | więcej na temat",
        "cs": "čtěte také | čtěte dál | číst dál | přečtěte si také | související | související články | související témata | nejčtenější | doporučujeme | mohlo by vás zajímat | další články | mohlo by se vám líbit | reklama",
        "sk": "čítajte aj | súvisiace články | súvisiace | najčítanejšie | odporúčame",
        "hu": "kapcsolódó cikkek | kapcsolódó | olvassa el ezt is | legolvasottabb | ajánlott | ajánló | legfrissebb",
        "ro": "citește și | citeşte şi | articole similare | cele mai citite | ultimele știri | recomandări | vezi și",
        "hr": "pročitajte još | pročitajte i | najčitanije | povezano | vezane vijesti | povezane vijesti | izdvojeno",
        "el": "διαβάστε επίσης | διαβάστε ακόμη | διαβάστε περισσότερα | σχετικά άρθρα | δημοφιλή | δείτε επίσης | τελευταία νέα",
        "ru": "читайте также | читайте ещё | читать далее | ещё по теме | по теме | смотрите также | самое читаемое | популярное | последние новости | материалы по теме | рекомендуем | новости по теме | главное | подробнее",
        "uk": "читайте також | читайте ще | дивіться також | за темою | популярне | останні новини | головне | більше новин | рекомендуємо | матеріали за темою | реклама",
        "tr": "ilginizi çekebilir | ilgili haberler | son dakika | çok okunanlar | en çok okunanlar | ayrıca okuyun | benzer haberler | diğer haberler | önerilen haberler | günün önemli haberleri | haberin devamı",
        "id": "baca juga | baca selengkapnya | terpopuler | berita terkait | artikel terkait | terkini | lihat juga | rekomendasi | berita lainnya",
        "ms": "baca juga | berita berkaitan | artikel berkaitan",
        "ja": "関連記事 | 関連ニュース | あわせて読みたい | こちらもおすすめ | おすすめ記事 | おすすめ | アクセスランキング | ランキング | 人気記事 | 最新記事 | 続きを読む | もっと見る | 関連キーワード | 関連リンク | 関連トピック | 新着記事 | 注目の記事 | この記事の続き | 記事一覧 | 一覧を見る",
        "zh": "相关阅读 | 相关新闻 | 相關新聞 | 延伸阅读 | 延伸閱讀 | 推荐阅读 | 推薦閱讀 | 热门新闻 | 熱門新聞 | 更多新闻 | 更多 | 阅读更多 | 最新新闻 | 最新消息 | 猜你喜欢 | 相关报道 | 点击排行 | 热点推荐",
        "ko": "관련기사 | 관련 기사 | 많이 본 뉴스 | 많이 본 기사 | 추천 기사 | 인기기사 | 이 시각 인기 뉴스 | 최신 기사 | 최신기사 | 함께 보면 좋은 기사 | 이런 기사 어때요 | 더보기 | 기사 더보기",
        "ar": "اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | الأكثر قراءة | مواضيع ذات صلة | أخبار ذات صلة | المزيد",
        "he": "קרא גם | קראו גם | כתבות נוספות | עוד בנושא | הנקראות ביותר",
        "hi": "यह भी पढ़ें | ये भी पढ़ें | संबंधित खबरें | और पढ़ें",
        "vi": "tin liên quan | xem thêm | đọc thêm | tin mới nhất | đọc nhiều",
        "ca": "llegeix també | més informació | et pot interessar | notícies relacionades | el més llegit",
    },
    "ad": {
        "en": "advertisement | advertisements | advertising | ad | ads | sponsored | sponsored by | promoted | promoted content | paid content | paid post | story continues below advertisement | story continues below | story continues after ad | article continues below | article continues after ad | article continues below advertisement | advertisement - scroll to continue | advertisement - continue reading below | advertisement continue reading the main story | continue reading the main story | skip advertisement | skip ad | affiliate link | ad feedback | remove ads | report ad | shop now | buy now | see it | check price | view deal | see deal | get deal | start free trial | get started | book now | learn more | sign up now",
        "de": "anzeige | anzeigen | werbung | anzeige anzeige | advertorial | sponsored | gesponsert | weiterlesen nach der anzeige | artikel wird nach der anzeige fortgesetzt | artikel wird unter der anzeige fortgesetzt | hier geht es weiter | zur werbefreien version | jetzt kaufen | zum angebot | zum shop | jetzt bestellen | jetzt testen | jetzt abonnieren | mehr erfahren | jetzt informieren",
        "fr": "publicité | annonce | la suite après cette publicité | la suite après la publicité | sponsorisé | contenu sponsorisé | contenu partenaire | en savoir plus | acheter",
        "es": "publicidad | anuncio | publicidade | patrocinado | contenido patrocinado | continúa leyendo | la noticia continúa después de esta publicidad | comprar | ver oferta",
        "it": "pubblicità | annuncio | sponsorizzato | contenuto sponsorizzato | advertisement | continua dopo la pubblicità",
        "pt": "publicidade | continua após a publicidade | anúncio | propaganda | patrocinado | conteúdo patrocinado",
        "nl": "advertentie | advertenties | gesponsord | tekst loopt door onder de advertentie | artikel gaat verder onder de advertentie",
        "sv": "annons | annonser | artikeln fortsätter under annonsen | sponsrat innehåll",
        "no": "annonse | annonser | annonsørinnhold | artikkelen fortsetter under annonsen | reklame | saken fortsetter under annonsen",
        "da": "annonce | annoncer | artiklen fortsætter efter annoncen | reklame | sponsoreret",
        "fi": "mainos | mainokset | ilmoitus | juttu jatkuu mainoksen jälkeen",
        "pl": "reklama | dalsza część artykułu pod reklamą | dalszy ciąg artykułu pod reklamą | materiał sponsorowany",
        "cs": "reklama | inzerce | článek pokračuje pod reklamou | komerční sdělení",
        "ru": "реклама | на правах рекламы",
        "uk": "реклама",
        "tr": "reklam | ilan | advertisement",
        "ja": "広告 | pr | スポンサーリンク | スポンサードリンク | advertisement | ad",
        "zh": "广告 | 廣告 | 赞助",
        "ko": "광고 | advertisement",
        "id": "iklan | advertisement | scroll to continue with content | scroll untuk melanjutkan membaca",
        "hu": "hirdetés",
        "ro": "publicitate",
        "el": "διαφήμιση",
        "ar": "إعلان | اعلان",
        "he": "פרסומת",
        "hr": "oglas",
        "is": "auglýsing",
    },
    "share": {
        "en": "share | share this | share this article | share this story | share article | share on facebook | share on twitter | share on x | share on linkedin | share on whatsapp | share via email | share options | share now | facebook | twitter | x | linkedin | whatsapp | whats app | pinterest | reddit | tumblr | telegram | flipboard | instagram | youtube | tiktok | threads | bluesky | mastodon | messenger | facebook messenger | email | e-mail | email this article | mail | sms | print | print article | print this article | copy | copy link | copy url | copied | link copied | bookmark | save | save article | saved | tweet | pin it | like this | like loading | like | follow | follow us | followed | following | gift | gift article | gift this article | listen | listen to article | listen to this article | listen now | flip | pocket | line | snapchat | google news | apple news | rss | buy a print of this photo | reprints | more sharing options | show more sharing options",
        "de": "teilen | artikel teilen | beitrag teilen | jetzt teilen | auf facebook teilen | auf twitter teilen | auf whatsapp teilen | per e-mail teilen | per mail teilen | drucken | artikel drucken | merken | artikel merken | merkliste | zur merkliste | folgen | versenden | kopieren | link kopieren | link kopiert | vorlesen | artikel vorlesen | artikel anhören | anhören | hören | feedback | twittern | mailen | flippen | kommentieren | speichern | artikel speichern | empfehlen | weiterleiten",
        "fr": "partager | partager l'article | partager cet article | imprimer | envoyer | copier le lien | lien copié | enregistrer | sauvegarder | suivre | suivez-nous | écouter | offrir l'article | réagir",
        "es": "compartir | comparte | compartir en facebook | compartir en twitter | compartir en whatsapp | imprimir | enviar | enviar por email | copiar enlace | copiar link | guardar | seguir | síguenos | escuchar | comparte esta noticia | compartir noticia | compartir nota | comentar",
        "it": "condividi | condividi su | stampa | invia | copia link | salva | segui | ascolta | ascolta l'articolo | segui su",
        "pt": "compartilhar | compartilhe | partilhar | imprimir | enviar | copiar link | salvar | seguir | ouvir | siga-nos",
        "nl": "delen | deel | deel dit artikel | deel dit | afdrukken | opslaan | volgen | luister | bewaar | kopieer link",
        "sv": "dela | dela artikel | dela artikeln | skriv ut | spara | följ | lyssna",
        "no": "del | del på facebook | del på twitter | del saken | del artikkelen | skriv ut | kopier lenke | lagre | lytt",
        "da": "del | del artikel | del artiklen | print | gem | kopier link | lyt",
        "fi": "jaa | jaa artikkeli | tulosta | tallenna | kuuntele",
        "pl": "udostępnij | drukuj | skopiuj link | zapisz | obserwuj | podziel się | wyślij",
        "cs": "sdílet | tisk | uložit | kopírovat | poslat | článek | anketa",
        "ru": "поделиться | распечатать | сохранить | подписаться | скопировать ссылку | отправить",
        "uk": "поділитися | поширити | друкувати | підписатися | роздрукувати",
        "tr": "paylaş | yazdır | kaydet | takip et | kopyala | haberi paylaş",
        "ja": "シェア | シェアする | ツイート | ポスト | 保存 | 印刷 | 共有 | コピー | リンクをコピー | メール | ブックマーク | フォロー | フォローする | この記事をシェア",
        "zh": "分享 | 分享到 | 打印 | 收藏 | 转发 | 複製連結 | 复制链接 | 列印 | 评论",
        "ko": "공유 | 공유하기 | 인쇄 | 저장 | 스크랩 | 페이스북 | 트위터 | 카카오톡 | 링크복사 | url복사 | 구독 | 좋아요 | 댓글 | 글자크기 | 기사저장 | 프린트",
        "id": "bagikan | bagikan artikel | salin tautan | simpan | cetak",
        "hu": "megosztás | megosztom | nyomtatás",
        "ro": "distribuie | printează",
        "el": "κοινοποίηση | εκτύπωση",
        "ar": "مشاركة | شارك | طباعة",
        "he": "שתפו | שתף | הדפסה",
        "hr": "podijeli | ispiši",
        "is": "deila | prenta",
        "vi": "chia sẻ",
    },
    "signup": {
        "en": "subscribe | subscribe now | subscribe today | subscribe to our newsletter | sign up | sign in | log in | login | log out | register | register now | create account | create an account | newsletter | newsletters | sign up for our newsletter | sign up for our newsletters | get the newsletter | join now | join us | join the conversation | become a member | support us | donate | donate now | subscribers only | subscriber only | exclusive | premium | start your free trial | already a subscriber? | already a subscriber? sign in | already have an account? | manage subscription | my account | continue | submit | thank you for subscribing | email address | your email address | your email | enter your email | name | first name | last name | go to e-edition sign up for newsletters customer service | e-edition | customer service | unlock this article",
        "de": "abonnieren | newsletter | newsletter abonnieren | anmelden | registrieren | einloggen | abmelden | jetzt registrieren | jetzt anmelden | abo | abo testen | abo abschließen | jetzt abonnieren | kostenlos registrieren | kostenlos testen | plus | exklusiv | e-paper | epaper | mein konto | login | unterstützen | jetzt spenden | spenden | weiter | absenden",
        "fr": "s'abonner | je m'abonne | abonnez-vous | se connecter | connexion | s'inscrire | inscription | newsletter | newsletters | déjà abonné ? | réservé aux abonnés | article réservé aux abonnés | abonnés | premium | faire un don",
        "es": "suscríbete | suscribirse | suscríbase | iniciar sesión | inicia sesión | regístrate | registrarse | boletín | boletines | newsletter | newsletters | hazte premium | apúntate | contenido exclusivo para suscriptores | solo suscriptores",
        "it": "abbonati | accedi | registrati | iscriviti | newsletter | iscriviti alla newsletter",
        "pt": "assine | assine já | assinar | entrar | cadastre-se | inscreva-se | newsletter",
        "nl": "abonneren | abonneer | inloggen | aanmelden | nieuwsbrief | registreer",
        "sv": "logga in | prenumerera | bli prenumerant | nyhetsbrev",
        "no": "logg inn | abonner | bli abonnent | nyhetsbrev | kjøp abonnement",
        "da": "log ind | abonner | bliv abonnent | nyhedsbrev | køb abonnement",
        "fi": "kirjaudu | kirjaudu sisään | tilaa | uutiskirje",
        "pl": "zaloguj | zaloguj się | zarejestruj się | subskrybuj | newsletter",
        "cs": "přihlásit | přihlásit se | předplatit | odebírat | newsletter",
        "ru": "войти | подписка | подпишитесь | регистрация | рассылка",
        "uk": "увійти | підписка | підпишіться | реєстрація",
        "tr": "giriş yap | üye ol | abone ol | kayıt ol",
        "ja": "ログイン | 会員登録 | 新規登録 | 有料会員限定 | 会員限定 | 無料会員登録 | 購読 | 定期購読 | メルマガ登録 | お申し込み",
        "zh": "登录 | 登錄 | 注册 | 註冊 | 订阅 | 訂閱 | 登入",
        "ko": "로그인 | 회원가입 | 구독하기 | 구독신청 | 뉴스레터 | 구독",
        "id": "masuk | daftar | berlangganan",
        "ms": "log masuk | daftar",
    },
    "comment": {
        "en": "comments | comment | leave a comment | leave a reply | post a comment | post comment | add a comment | view comments | view all comments | show comments | hide comments | load comments | read comments | reply | cancel reply | join the discussion | join the conversation | no comments | no comments yet | be the first to comment | log in to comment | sign in to comment | write a comment | your comment | conversation | what do you think? | share your thoughts | rate this article | have your say | letters to the editor",
        "de": "kommentare | kommentar | kommentar schreiben | kommentar verfassen | kommentieren | kommentare anzeigen | kommentare lesen | zu den kommentaren | alle kommentare | diskussion | diskutieren sie mit | jetzt kommentieren | leserkommentare | schreibe einen kommentar | antworten | ihre meinung | mitdiskutieren | umfrage | zur diskussion",
        "fr": "commentaires | commentaire | commenter | laisser un commentaire | réagir | répondre | vos réactions | voir les commentaires | les commentaires | lire les commentaires | contribuer",
        "es": "comentarios | comentario | comentar | deja un comentario | deja tu comentario | ver comentarios | responder | escribe un comentario | opina",
        "it": "commenti | commenta | lascia un commento | rispondi",
        "pt": "comentários | comentar | deixe um comentário | deixe seu comentário | responder",
        "nl": "reacties | reageer | plaats een reactie | reageren",
        "sv": "kommentarer | kommentera",
        "no": "kommentarer | kommenter | kommentér",
        "da": "kommentarer | kommenter",
        "fi": "kommentit | kommentoi",
        "pl": "komentarze | dodaj komentarz | skomentuj",
        "cs": "komentáře | diskuse | diskuze | vstoupit do diskuze",
        "ru": "комментарии | комментировать | оставить комментарий | обсудить",
        "uk": "коментарі | залишити коментар | коментувати",
        "tr": "yorumlar | yorum yaz | yorum yap",
        "ja": "コメント | コメントする | コメントを書く | コメントを残す",
        "zh": "评论 | 評論 | 网友评论 | 发表评论 | 我要评论 | 留言",
        "ko": "댓글 | 댓글쓰기 | 댓글 0 | 의견",
        "id": "komentar | tulis komentar | kirim komentar",
        "hu": "hozzászólások",
        "ro": "comentarii",
        "el": "σχόλια",
        "is": "athugasemdir",
    },
    "navigation": {
        "en": "menu | home | search | close | back | back to top | back to home | go back | skip to content | skip to main content | skip to navigation | next | previous | prev | toggle | toggle navigation | open menu | close menu | table of contents | contents | on this page | in this article | jump to | jump to section | expand | expand all | collapse | show more | show less | view more | view all | see all | see more | load more | view gallery | view all photos | open gallery | full screen | fullscreen | zoom | enlarge | enlarge image | view image | open image | open image modal | play | pause | play video | watch | watch now | watch video | video | photos | gallery | slideshow | topics | tags | categories | filed under | archive | archives | sitemap | contact | contact us | about us | about | careers | help | settings | language | sections | news | color scheme | share & more | arrow-right camera | image caption | image source | media caption | image gallery | expand/collapse | scroll down | swipe | δ | top | hide caption | toggle caption | less | ... more | ... less",
        "de": "menü | startseite | suche | suchen | schließen | zurück | nach oben | zum seitenanfang | zum inhalt springen | zum inhalt | weiter | vorherige | nächste | inhaltsverzeichnis | inhalt | in diesem artikel | alle anzeigen | mehr anzeigen | weniger anzeigen | alle themen | themen | schlagworte | stichworte | schlagwörter | bildergalerie | galerie öffnen | fotostrecke | bild vergrößern | vergrößern | vollbild | abspielen | video | impressum | datenschutz | kontakt | agb | hilfe | über uns | artikel | ressorts | seitennavigation | navigationspfad | mehr news | bildrechte | detailansicht öffnen | bild: lightbox",
        "fr": "menu | accueil | recherche | rechercher | fermer | retour | haut de page | retour en haut | aller au contenu | suivant | précédent | sommaire | voir plus | afficher plus | voir tout | thèmes associés | mots-clés | diaporama | agrandir | plein écran | mentions légales | contact",
        "es": "menú | inicio | buscar | cerrar | volver | volver arriba | ir al contenido | siguiente | anterior | índice | ver todo | mostrar más | temas | etiquetas | ampliar | ver galería | galería | pantalla completa | aviso legal | contacto | secciones | directo",
        "it": "menu | home | cerca | chiudi | indietro | torna su | torna all'inizio | successivo | precedente | indice | mostra tutto | argomenti | tag | contatti",
        "pt": "menu | início | buscar | pesquisar | fechar | voltar | voltar ao topo | próximo | anterior | índice | ver todos | tags | assuntos | tópicos | contato",
        "nl": "menu | home | zoeken | sluiten | terug | naar boven | volgende | vorige | inhoud | onderwerpen | contact",
        "sv": "meny | hem | sök | stäng | tillbaka | ämnen | visa mer",
        "no": "meny | hjem | søk | lukk | tilbake | emner | vis mer | til toppen",
        "da": "menu | hjem | søg | luk | tilbage | emner | vis mere",
        "pl": "menu | szukaj | zamknij | wróć | spis treści | tagi | tematy",
        "cs": "menu | hledat | zavřít | zpět | obsah | témata | štítky",
        "ru": "меню | поиск | закрыть | назад | наверх | теги | темы | главная | ещё",
        "uk": "меню | пошук | закрити | назад | теги | теми | головна",
        "tr": "menü | ara | kapat | geri | etiketler | ana sayfa | anasayfa",
        "ja": "メニュー | 検索 | 閉じる | 戻る | トップへ戻る | 目次 | 次へ | 前へ | ホーム | キーワード | タグ | トップ | ページトップへ | この記事を書いた人 | 写真を見る | 拡大する",
        "zh": "菜单 | 搜索 | 搜尋 | 关闭 | 返回 | 返回顶部 | 首页 | 首頁 | 目录 | 标签",
        "ko": "메뉴 | 검색 | 닫기 | 이전 | 다음 | 홈 | 목차 | 태그 | 본문 바로가기 | 전체메뉴 | 펼치기 | 접기",
    },
}
"""Purpose to language to phrases, parted by ` | `."""

OPENING: Final[dict[str, dict[str, str]]] = {
    "related": {
        "en": "read more: | read more about | read more on | read more here | read also: | also read: | also read | read also | read: | read next: | read next | related: | related article: | related story: | related stories: | see also: | see also | more: | more from | more stories | more about | recommended: | watch: | listen: | analysis | | opinion | | you may also | you might also like | don't miss: | in case you missed | click here to read | click here for more | click here to | for more on | for more stories | to read more | keep reading: | continue reading | must read: | up next: | trending: | this story was featured in | find out more about | see more stories | check out more of | next: | previous:",
        "de": "lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu | lesen sie außerdem | lesen sie weiter | lies auch | mehr zum thema | mehr dazu | mehr zu | mehr über | mehr aus | mehr von | mehr: | auch interessant | auch lesenswert | interview: | passend dazu | weiterlesen | zum artikel | hier lesen | hier geht's | hier geht es | alles zum thema | alle infos | alle nachrichten | lesetipp | video: | galerie: | >> | das könnte | weitere nachrichten | weitere informationen | weitere artikel | weitere infos",
        "fr": "à lire aussi | lire aussi | à lire : | à lire également | lire la suite | voir aussi | à voir aussi | lire également | >> | la rédaction vous conseille | pour aller plus loin",
        "es": "lee también | lea también | te puede interesar | también te puede | leer más | lee más | más información | ver también | te recomendamos | lea: | lee: | puedes leer",
        "it": "leggi anche | leggi tutto | leggi: | vedi anche | approfondisci",
        "pt": "leia também | leia mais | veja também | saiba mais | leia:",
        "nl": "lees ook | lees meer | lees verder | bekijk ook | meer over",
        "sv": "läs mer | läs också | läs även | läs:",
        "no": "les også | les mer | les:",
        "da": "læs også | læs mere | læs:",
        "fi": "lue myös | lue lisää | lue:",
        "pl": "czytaj także | czytaj też | czytaj więcej | zobacz także | zobacz też | zobacz również | przeczytaj także",
        "cs": "čtěte také | přečtěte si | čtěte:",
        "ru": "читайте также | читайте ещё | смотрите также | подробнее | читайте:",
        "uk": "читайте також | читайте ще | дивіться також | читайте:",
        "tr": "ayrıca oku | ilgili haber | haberin devamı",
        "ja": "【関連記事】 | 関連記事 | ▶ | ＞＞ | >> | ■関連",
        "zh": "相关阅读 | 延伸阅读 | 延伸閱讀 | 相關新聞 | 更多 | 推荐阅读",
        "ko": "관련기사 | [관련기사] | ▶ | ☞ | 관련 기사",
        "id": "baca juga | simak juga | lihat juga | baca:",
        "ms": "baca juga",
        "hu": "olvassa el",
        "ro": "citește și | citeşte şi",
        "hr": "pročitajte",
        "el": "διαβάστε επίσης | διαβάστε ακόμη",
        "ar": "اقرأ أيضا | اقرأ المزيد",
    },
    "signup": {
        "en": "sign up for | sign up to | sign up here | sign up now | sign up today | subscribe to | subscribe for | subscribe here | subscribe now | get the latest | get our | get the day's | get exclusive | get all the | get breaking news | get daily | get a daily | get unlimited | get access to | join our | join the conversation | join thousands | join us on | become a member | already a subscriber | already have an account | log in to | sign in to | register to | create a free | create an account | create your free | to continue reading | to read the full | this article is for subscribers | this content is only available | this story is for subscribers | support our | support independent | support quality | your support | you have been successfully subscribed | there was a problem | thank you for subscribing | thank you for signing up | thanks for signing up | thanks for subscribing | by signing up | by subscribing | by clicking | by entering your | by registering | we use your sign-up | we'll send you | we will send you | enter your email | please enter | invalid email | please check your | check your inbox | try our free | start your free | free trial | download the app | download our app | our newsletter | want more stories like this | want to read more | like what you're reading | enjoyed this | make sure to subscribe | don't forget to subscribe | follow us on | follow our | follow @ | like us on | find us on | connect with us | stay up to date | stay in the know | never miss | delivered to your inbox | delivered straight to | our website is the place for | please bookmark | the next issue of | click here to subscribe | click here to sign | this site is protected by recaptcha | you can unsubscribe | unsubscribe at any time | we won't spam",
        "de": "abonnieren sie | abonniere | jetzt abonnieren | jetzt anmelden | jetzt registrieren | melden sie sich | melde dich | registrieren sie sich | newsletter | unser newsletter | mit unserem newsletter | der newsletter | bleiben sie informiert | bleiben sie auf dem laufenden | folgen sie uns | folgt uns | folge uns | sie haben bereits | sie wollen mehr | sie sind bereits | sind sie bereits | bereits abonnent | schon abonnent | dieser artikel ist | dieser inhalt | diesen artikel weiterlesen | weiterlesen mit | um weiterzulesen | unterstützen sie | danke, dass sie | vielen dank, dass | mit der anmeldung | mit ihrer anmeldung | mit dem abonnement | ich bin damit einverstanden | ich stimme zu | durch klicken | bitte geben sie | bitte bestätigen | bitte aktivieren sie | bitte beachten | an dieser stelle finden sie | an dieser stelle finden | empfohlener externer inhalt | externer inhalt | zur anzeige | dieses element | wir verwenden | wir brauchen ihre zustimmung | wir benötigen ihre zustimmung | datenschutz | alle externen inhalte | mit einem klick | jetzt testen | kostenlos testen | monatlich kündbar | aktuelle nachrichten aufs handy | laden sie | die app | lade dir",
        "fr": "abonnez-vous | inscrivez-vous | suivez-nous | s'inscrire à | connectez-vous | déjà abonné | cet article est réservé | la suite est réservée | il vous reste | pour lire la suite | votre adresse | en vous inscrivant | soutenez | téléchargez | rejoignez | newsletter",
        "es": "suscríbete | suscríbase | regístrate | inicia sesión | apúntate | síguenos | sigue toda la información | sigue a | únete | puedes seguir a | este contenido es exclusivo | ya eres suscriptor | newsletter",
        "it": "iscriviti | abbonati | registrati | seguici | ricevi | accedi | scarica l'app | unisciti",
        "pt": "inscreva-se | assine | siga-nos | siga o | cadastre-se | entre no | clique aqui | baixe | participe",
        "nl": "schrijf je in | meld je aan | abonneer | volg ons | word abonnee | log in | download de app",
        "sv": "prenumerera | följ oss | logga in | anmäl dig | ladda ner appen",
        "no": "abonner | meld deg på | følg | logg inn | last ned ",
        "da": "tilmeld dig | abonner | følg os | log ind | download app",
        "fi": "tilaa | kirjaudu | seuraa meitä",
        "pl": "zapisz się | subskrybuj | zaloguj się | śledź | obserwuj nas | dołącz | pobierz",
        "cs": "přihlaste se | odebírejte | sledujte | předplaťte",
        "ru": "подписывайтесь | подпишитесь | следите за | присоединяйтесь | читайте нас",
        "uk": "підписуйтесь | підписуйтеся | підпишіться | стежте | долучайтесь",
        "tr": "abone ol | takip edin | bizi takip | uygulamayı",
        "ja": "会員登録 | この記事は有料 | この記事は会員限定 | 有料会員 | 無料登録 | フォロー | ログイン | 残り",
        "zh": "订阅 | 訂閱 | 关注 | 下载 | 扫码 | 扫描二维码",
        "ko": "구독 | 뉴스레터 | 로그인 | 회원가입",
        "id": "ikuti kami | dapatkan | gabung dengan | simak berita | download",
    },
    "comment": {
        "en": "your email address will not be published | required fields are marked | save my name, email | comments are closed | comments (| comments are | this site uses akismet | you must be logged in | be the first to | leave a | post a comment | view comments | show comments | join the conversation | the views expressed in the comments | what do you think | let us know in the comments | tell us in the comments | have your say | do you have a story | got a story | have a tip | have a story",
        "de": "kommentare | deine e-mail-adresse wird nicht | ihre e-mail-adresse wird nicht | erforderliche felder | diskutieren sie mit | schreiben sie einen kommentar | die kommentarfunktion | um zu kommentieren",
        "fr": "votre adresse e-mail ne sera pas | les commentaires | laisser un commentaire",
        "es": "tu dirección de correo electrónico no será | los campos obligatorios | los comentarios",
        "it": "il tuo indirizzo email non sarà",
        "pt": "o seu endereço de e-mail não será | seu endereço de e-mail não será",
        "nl": "je e-mailadres wordt niet",
        "ru": "ваш e-mail не будет | ваш адрес email не будет",
        "ja": "メールアドレスが公開されることはありません",
    },
    "share": {
        "en": "share this | share on | share via | click to share | click to email | click to print | click to copy | open in new window | tweet this | email this | print this | copy this link | save this | gift this | listen to this article | buy a print | this article was shared",
        "de": "diesen artikel | artikel teilen | teilen sie | auf facebook | auf twitter | auf whatsapp | per e-mail | jetzt teilen auf",
        "fr": "partager sur | partagez | partager par",
        "es": "compartir en | comparte en | compartir por",
        "it": "condividi su",
        "pt": "compartilhar no | compartilhe no | clique para",
        "nl": "deel op | deel via",
        "no": "del på",
        "sv": "dela på",
        "ja": "この記事をシェア",
        "pl": "udostępnij na",
    },
    "ad": {
        "en": "advertisement | story continues | article continues | sponsored by | presented by | this article contains affiliate | this post may contain affiliate | this post contains affiliate | we may earn | we may receive | we earn a | when you buy through | when you purchase through | as an amazon associate | prices are accurate | buy it now | shop now | all products featured | we independently | if you buy something | affiliate disclosure",
        "de": "anzeige | werbung | hinweis: in diesem artikel | dieser artikel enthält affiliate | der artikel enthält affiliate | als amazon-partner | wir erhalten eine | bei einem kauf | artikel wird",
        "fr": "publicité | la suite après",
        "es": "publicidad | continúa leyendo",
        "it": "continua dopo",
        "pt": "continua após",
        "nl": "tekst gaat | advertentie",
        "no": "artikkelen fortsetter | saken fortsetter",
        "sv": "artikeln fortsätter",
        "da": "artiklen fortsætter",
        "pl": "dalsza część",
        "id": "scroll to continue | scroll untuk",
    },
    "legal": {
        "en": "copyright | © | (c) | all rights reserved | this material may not be | terms of use | terms of service | terms and conditions | privacy policy | cookie policy | use of this site | no part of this | reproduction | we use cookies | this website uses cookies | this site uses cookies | your privacy | do not sell | manage cookies | cookie settings | the views expressed | reuse content | request licensing | to reprint | javascript is | please enable javascript | enable javascript | your browser",
        "de": "© | copyright | alle rechte vorbehalten | impressum | datenschutz | diese website verwendet | wir nutzen cookies | wir verwenden cookies | bitte aktivieren sie javascript | die nutzung",
        "fr": "© | tous droits réservés | mentions légales | nous utilisons des cookies",
        "es": "© | todos los derechos | derechos reservados | política de | aviso legal | utilizamos cookies | usamos cookies",
        "it": "© | riproduzione riservata | tutti i diritti",
        "pt": "© | todos os direitos | política de",
        "nl": "© | alle rechten",
        "sv": "©",
        "ru": "© | все права | при использовании",
        "uk": "© | усі права | всі права",
        "ja": "© | 無断転載 | 著作権 | ※",
        "zh": "© | 版权 | 版權 | 责任编辑 | 责编 | 编辑：",
        "ko": "© | 저작권자 | 무단전재 | 무단 전재 | ⓒ | <저작권자 | 저작권",
    },
}
"""Purpose to language to the words a line of furniture begins with, parted by ` | `."""

_STRIP: Final = " :.…»>«<·•|-–—*!→›▶▼▲+#[]()"


def _table(source: dict[str, dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for purpose, languages in source.items():
        for phrases in languages.values():
            for phrase in phrases.split(" | "):
                found.setdefault(phrase.strip().strip(_STRIP if source is WHOLE else ""), purpose)
    found.pop("", None)
    return found


_WHOLE: Final[dict[str, str]] = _table(WHOLE)
_OPENING: Final[dict[str, str]] = _table(OPENING)


def _by_start(phrases: Iterable[str], letters: int) -> dict[str, list[str]]:
    """Phrases by their first letters, the longest first; a short word alone opens no line of furniture."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if len(phrase) > 4 or not phrase.isalpha():
            found.setdefault(phrase[:letters], []).append(phrase)
    return found


_BY_START: Final = _by_start((phrase for phrase in _OPENING if len(phrase) >= 4), 4)
_SHORT: Final = _by_start((phrase for phrase in _OPENING if len(phrase) < 4), 1)
_COUNTED = re.compile(r"^(?:\d+[.,]?\d*\s*[kKmM]?\s*)|(?:(?<!\s)\s++)?\(?(?<!\d)\d++\)?$")


@lru_cache(maxsize=8192)
def purpose(folded: str) -> str:
    """What a line (as `textual.normalize` folds it) is furniture for; "" where no phrase says so.

    >>> purpose("read more:"), purpose("3 comments"), purpose("the mayor said")
    ('related', 'comment', '')
    """
    found = _WHOLE.get(folded.strip(_STRIP))
    if found:
        return found
    if len(folded) < 40 and (folded[:1].isdecimal() or folded.rstrip(")\n")[-1:].isdecimal()):
        found = _WHOLE.get(_COUNTED.sub("", folded).strip(_STRIP))
        if found:
            return found
    if (start := folded[:4]) in _BY_START and (found := _opened(folded, _BY_START[start])):
        return found
    return _opened(folded, _SHORT[start]) if (start := folded[:1]) in _SHORT else ""


def _opened(folded: str, phrases: Iterable[str]) -> str:
    """What a line is furniture for that opens with one of some phrases; "" where it opens with none."""
    for phrase in phrases:
        if folded.startswith(phrase) and _ends_word(folded, len(phrase)):
            return _OPENING[phrase]
    return ""


def _ends_word(folded: str, at: int) -> bool:
    return (
        at >= len(folded)
        or not folded[at].isalpha()
        or not folded[at - 1].isalpha()
        or folded[at] > "\u2fff"
    )
