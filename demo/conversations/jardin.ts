import { bank } from '../grammar';

export const jardin = bank(
  'jardin',
  {
    plante:
      'tomates cerises|courgettes|aubergines|salades|haricots|fèves|poivrons|framboisiers|fraisiers|pois gourmands|blettes|concombres',
    fleur:
      "géraniums|pétunias|dahlias|hortensias|œillets d'Inde|soucis|cosmos|fuchsias|bégonias|rosiers nains|lauriers-roses|zinnias",
    herbe: 'basilic|persil|thym|romarin|cerfeuil|basilic pourpre|thym citron|persil frisé|romarin rampant|basilic grec',
    expo: "plein sud|plein nord|à l'est|à l'ouest|en ville, au {2-6}e étage|en plein vent|à mi-ombre",
    bete: 'pucerons|limaces|cochenilles|chenilles|altises|fourmis|araignées rouges|aleurodes',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Reims|Niort',
  },
  `
@4-6
A Mes {plante} jaunissent par le bas depuis {3-9} jours. {Est-ce que j'arrose trop ?|Est-ce le froid de la nuit ?|Que leur manque-t-il, à votre avis ?}
B {Chez moi c'était l'eau : je n'arrose plus qu'un soir sur deux et tout est reparti.|J'ai eu la même chose l'an passé, c'était un excès d'arrosage.|Regardez sous la soucoupe : si l'eau y reste, les racines étouffent.}
C {Enlevez les feuilles du bas, elles ne servent plus à rien et elles attirent les maladies.|Les nuits sont encore fraîches, {patientez un peu|attendez une semaine avant de vous inquiéter}.|Moi je gratte la terre sur deux centimètres avant d'arroser : si c'est humide, je m'abstiens.}
A {Vous aviez raison, la soucoupe était pleine.|Je viens de vider la soucoupe, elle débordait.|J'ai enlevé les feuilles jaunes et espacé l'arrosage.} Je vous dirai {dans une semaine|dimanche|ce que cela donne}.

@3-5
A {J'ai trop de plants de {plante}, plus que mon balcon n'en peut porter.|Il me reste {6-14} plants de {plante}, bien trapus, que je donne volontiers.} Je suis à {ville}, je peux les apporter {samedi|au marché|{jour}}.
B {J'en prendrais bien {2-4} si personne d'autre n'en veut.|{2-4} me suffiraient, merci beaucoup.|Quelle bonne idée, j'en veux bien {2-4}.}
C {Dommage que j'habite si loin !|Si vous étiez plus près, je venais avec mon panier.|Mon balcon est plein, mais c'est gentil de proposer.}
A {Je vous en mets de côté, {B}.|C'est noté, {B}, ils vous attendent.|Entendu {B}, je les arrose bien d'ici là.}
B {Merci ! Je viendrai avec un pot de confiture en échange.|Merci {A}, j'apporterai des graines de {fleur}.|C'est très gentil, à {jour} donc.}

A Qui connaît un {remède|moyen} doux contre les {bete} ? {Je ne veux rien de chimique, les petits-enfants touchent à tout.|J'en ai plein mes {fleur}.|Mes {plante} n'y échappent pas, c'est désolant.}
B {De l'eau et un peu de savon noir, une cuillère à soupe par litre, en pulvérisation le soir.|Le savon noir dilué, trois soirs de suite. Chez moi cela a suffi.|Une douche au jet, tôt le matin, plusieurs jours de suite. C'est tout bête mais efficace.}
C {Plantez des capucines à côté, elles les attirent toutes.|J'ai vu revenir les coccinelles depuis que je laisse un coin d'orties.|Du purin d'orties chez moi, mais prévenez les voisins pour l'odeur...}
A {Je tente le savon noir dès ce soir.|Merci, je commence par le plus simple.|L'odeur, mes voisins ne me le pardonneraient pas ! Ce sera le savon noir.}

@3-10
A Première récolte : {une poignée de {plante}|un petit bol de {plante}|{3-8} {plante}, c'est tout}, mais quelle fierté !
B {Bravo ! C'est toujours la meilleure.|Rien n'a meilleur goût que ce qu'on a arrosé soi-même.|Félicitations, il y a de quoi être <A:fier|fière>.}
C {Chez nous, il faudra attendre encore {deux|trois} bonnes semaines.|Vous avez de l'avance sur moi !|Et comment allez-vous les préparer ?}
A {Une salade toute simple, avec un peu de {herbe}.|Croquées sur place, sans rien.|Avec du beurre et du {herbe}, rien d'autre.}

A Mon {herbe} meurt toujours au bout de {deux|trois} semaines, même celui du marché. {Que faites-vous, vous autres ?|Je dois m'y prendre mal.}
B {Dépotez-le dès l'achat : ils sont vingt dans le même pot, ils s'étouffent.|Divisez le pot en trois et rempotez, vous verrez la différence.|Il lui faut un pot en terre et de la lumière, mais pas le soleil de midi.}
A {Vingt dans le même pot, je n'y avais jamais pensé.|Alors voilà l'explication ! Je m'en occupe {demain|ce matin}.|C'est noté, merci {B}.}

@5-9
A {Je pars {8-20} jours {chez ma fille|chez mon fils|en cure|à la mer}. Comment faites-vous pour l'arrosage ?|Qui arrose chez vous pendant les vacances ? Je m'absente {une dizaine de|quinze} jours.}
B {Des bouteilles retournées, le bouchon percé de deux trous. Faites un essai avant de partir.|Tous les pots dans la baignoire, sur une vieille serviette bien mouillée.|Ma voisine arrose mes pots, et moi je nourris son chat. Tout le monde est content.}
C {J'ai mis un goutte-à-goutte avec un petit programmateur. Une demi-journée de patience, mais je dors tranquille.|Paillez bien, avec de la tonte sèche ou du carton, et mettez tout à l'ombre.|Regroupez les pots, ils se protègent les uns les autres.}
A {J'essaie les bouteilles dès aujourd'hui.|La baignoire, c'est malin !|Je vais {oser demander à|sonner chez} ma voisine du dessous.}
C {Et prenez une photo avant de partir, on rit bien au retour.|Bon séjour en tout cas.|Vous nous raconterez.}

@2-3
A Qui a déjà semé ses {plante} ? {J'hésite, il fait encore froid chez nous.|Mon rebord de fenêtre est {expo}.|J'ai les doigts qui me démangent.}
B {Patience, après la mi-mars c'est plus sûr.|Les miens sont levés depuis {jour}, dans la cuisine, près de la fenêtre.|Moi j'attends toujours la lune croissante, mon père faisait ainsi.}
C {Dans des rouleaux de carton, on repique sans toucher aux racines.|Des boîtes d'œufs, un peu de terreau, et voilà.|Attention à la lumière, sinon ils filent et tombent.}
A {D'accord, j'attends une semaine de plus.|Je tente une petite barquette, on verra bien.|Je garde l'idée des {rouleaux de carton|boîtes d'œufs}.}

@5/8-5/20
A Les saints de glace sont {passés|presque passés}, je sors mes {fleur} {demain|ce week-end}. Et vous ?
B {Les miens dorment encore dans l'escalier.|C'est fait depuis hier, avec un voile la nuit tout de même.|Ici à {ville}, il a gelé {jour}, alors méfiance !}
C {Ma grand-mère disait : « pas avant le 15 ». Je lui obéis toujours.|Sortez-les d'abord quelques heures à l'ombre, qu'ils s'habituent.}

@10-11
A {Je rentre mes {fleur} ce week-end.|Les nuits descendent à {2-5} °C, je rentre les {fleur}.} {Faut-il les tailler avant ?|Les arrosez-vous pendant l'hiver ?}
B {Je taille d'un tiers, j'enlève tout ce qui est sec, et presque pas d'eau jusqu'en février.|Un verre d'eau par mois, pas plus, dans une pièce claire et fraîche.|Moi je les laisse contre le mur avec un voile, et ils passent l'hiver.}
A {Un tiers, très bien. Merci {B}.|Je n'ai que l'escalier de la cave, espérons qu'il fera assez clair.|Merci, je ne voulais pas faire de bêtise.}

@7-8
A {{34-39} °C annoncés {demain|{jour}}, j'ai peur pour mes {plante}.|Quelle chaleur ! Mes {fleur} baissent la tête dès {dix|onze} heures.}
B {J'ai tendu un vieux drap devant la rambarde, cela change tout.|Arrosez tôt le matin, jamais en plein soleil.|Du carton mouillé sur la terre, c'est laid mais cela garde l'eau.}
C {Et pensez à vous aussi : volets fermés et un grand verre d'eau !|Ici l'orage est annoncé pour {jour}, nous l'attendons tous.|Les miens se redressent le soir, ne vous affolez pas.}
A {Le drap est en place, on dirait un voilier.|J'ai tout poussé contre le mur, à l'ombre.|Merci. L'arrosoir est prêt pour demain six heures.}

A {Est-ce que quelqu'un fait son compost en appartement ?|Je voudrais composter mes épluchures, mais je n'ai qu'un balcon.} J'ai peur {des odeurs|des moucherons|que cela ne plaise pas aux voisins}.
B {J'ai un lombricomposteur dans la cuisine depuis {2-6} ans, il ne sent rien si l'on évite les agrumes et l'oignon.|La mairie de {ville} prête des seaux et il y a un bac au bout de la rue. Renseignez-vous chez vous.}
C {Il faut autant de carton que d'épluchures, c'est le secret.|Mes petits-fils ont donné un nom à chaque ver, c'est vous dire...|Les coquilles d'œufs écrasées, c'est parfait aussi.}
A {Un nom à chaque ver ! Je montre cela à <ma femme|mon mari>.|Bon, je vais me renseigner à la mairie.|Merci, vous m'avez <convaincu|convaincue>.}

A Quel terreau prenez-vous pour {les bacs|les jardinières|de grands pots} ? {Celui que j'ai acheté sèche en une journée.|Il y en a tant que je m'y perds.}
B {Un tiers de terreau, un tiers de terre de jardin, un tiers de compost bien mûr.|Je mélange avec un peu d'argile, l'eau reste mieux.|J'ajoute toujours une poignée de sable au fond et des billes d'argile.}
C {Le moins cher contient surtout de l'écorce, c'est pour cela qu'il ne tient pas l'eau.|Regardez l'étiquette : sans tourbe, c'est mieux pour la planète.}

@9-11
A Il est temps de planter les bulbes : {tulipes, narcisses et crocus|des jacinthes et des crocus|des narcisses nains et des tulipes}. {Je les mets en étages dans le même pot.|À quelle profondeur les mettez-vous ?}
B {Trois fois leur hauteur, la pointe en haut.|En étages : les tulipes au fond, les crocus dessus. De mars à mai, c'est un bonheur.|J'en ai planté {30-60} hier, mon dos s'en souvient.}
A {Vivement mars !|On en reparlera en mars, photos à l'appui.|Mon dos vous comprend, {B}.}

@2-4
A Les premiers {crocus|perce-neige|narcisses} sont sortis {ce matin|cette nuit} ! {J'en ai eu le sourire toute la journée.|L'hiver s'en va tout doucement.}
B {Quelle jolie nouvelle.|Chez nous à {ville} aussi, depuis {jour}.|Les miens pointent à peine.}
C {Cela fait du bien au moral.|Profitez-en, la pluie revient {jour}.|Le printemps ne doit plus être loin.}

A {Conseil demandé :|J'ai besoin d'un avis :} un balcon {expo}, {un mètre|deux mètres} sur {trois|quatre|cinq}. Que planter {qui ne demande pas trop de soins|qui reste joli longtemps|que l'on puisse aussi manger} ?
B {Des {fleur} et un pot de {herbe} pour commencer, on ne peut pas se tromper.|Avec cette exposition, des {fleur} sans hésiter.|Un petit bac de {plante}, deux pots de {herbe}, et de la place pour une chaise !}
C {Et la chaise ! On oublie toujours la chaise.|Je dirais : peu de pots, mais grands. Ils sèchent moins vite.|Commencez petit, on en rachète toujours.}
A {Vous me donnez envie de m'y mettre tout de suite.|Va pour les {fleur} et la chaise.|Merci à tous les deux, je vais à la jardinerie {jour}.}

@4-9
A {Les limaces ont tout mangé en une nuit : plus une feuille à mes {plante} !|Il ne reste rien de mes {plante}, les limaces sont passées cette nuit.}
B {Une planche humide posée le soir, on les ramasse dessous le matin.|Les coquilles d'œufs pilées ne servent à rien chez moi, le marc de café un peu.|Une soucoupe de bière enterrée... elles meurent heureuses.}
C {J'y vais à la lampe de poche, vers {dix|onze} heures du soir. <Ma femme|Mon mari> dit que j'ai l'air d'une cambrioleuse.|Je les porte au fond du pré voisin, elles reviennent sans doute.|J'ai resemé trois fois l'an dernier, courage !}
A {La lampe de poche, je veux bien essayer ce soir.|Trois fois ! Bon, je ressème.|La planche, c'est simple et propre. Merci.}

A {J'ai retrouvé un sachet de graines de {plante} de {2019|2020|2021|2022}. Croyez-vous que cela lève encore ?|Un sachet de {fleur} périmé de {deux|trois|quatre} ans, je jette ou je sème ?}
B {Faites le test : dix graines sur un coton humide. Si six germent, semez.|Semez plus serré, c'est tout.|Les {plante} se gardent bien, tentez votre chance.}
A {Test en cours sur le rebord de l'évier.|Résultat dans une semaine, je vous tiens au courant.|Merci, j'aime mieux essayer que jeter.}

A {Nouvelles du coton : {6-9} graines sur dix ont germé !|Vous vous souvenez de mes vieilles graines ? {6-9} sur dix ont levé.}
B {Bravo, comme quoi il ne faut rien jeter.|Formidable, à la terre maintenant !}
C {Je vais ressortir ma boîte à chaussures pleine de sachets.|Encourageant ! J'en ai un tiroir entier.}

@6-8
A Que faites-vous de vos {plante} quand tout mûrit en même temps ? {Mon congélateur est plein.|Je n'ose plus sonner chez les voisins, ils n'en peuvent plus.}
B {Une soupe froide, deux bocaux, et le reste sur un marché de quartier.|Je laisse une cagette dans le hall avec « servez-vous ». Le soir, tout est parti.|Des bocaux, toute la journée de {jour}. On est bien content en janvier.}
C {La cagette dans le hall, j'adopte.|Moi j'échange contre des œufs avec le voisin du dessous.|On voudrait avoir ce genre d'ennuis toute l'année !}

A {Le conseil du {jour} : |Petit truc appris de mon père : |}{gardez l'eau de cuisson des légumes, une fois froide, pour arroser.|une allumette plantée tête en bas dans le pot éloigne les moucherons, du moins chez moi.|une ficelle de laine dans un seau d'eau, et le pot boit tout seul.|frottez le sécateur à l'alcool entre deux plantes, vous éviterez bien des maladies.|mettez un morceau de vieux bas au fond du pot, la terre ne part plus avec l'eau.|un peu de lait dilué sur les feuilles blanches des courgettes, le matin.}
B {Je le note dans mon cahier.|Tiens, je ne connaissais pas celui-là.|Ma mère faisait pareil.}
C {C'est avec ces petits riens qu'on apprend.|On devrait tous les rassembler dans un carnet.|Essayé et approuvé chez moi aussi.}

@11-2
A {Il a {gelé|neigé} cette nuit à {ville}, mes {fleur} font triste mine.|Givre ce matin sur les {fleur}. C'était beau, mais je m'inquiète.}
B {N'y touchez pas avant le printemps, bien souvent cela repart du pied.|Un bon voile et un paillage, et on croise les doigts.}
A {Je laisse faire, alors.|Merci, j'allais tout couper.}

@12-1
A Les catalogues de graines sont arrivés. {J'ai déjà coché {12-25} variétés pour quatre mètres carrés.|Ma soirée est toute trouvée.|C'est mon roman de l'hiver.}
B {Pareil ! Il faudrait un balcon en accordéon.|Je barre, je coche, je rebarre...|Cette année je me limite à cinq. On en reparle en mars.}
C {Prenez des {plante}, vous ne le regretterez pas.|Et si on groupait nos commandes ? Les sachets sont trop grands pour un balcon.|Cinq ? Vous ne tiendrez pas, {B} !}
A {Groupons, oui ! Je peux tenir la liste.|Bonne idée de partager les sachets.|Je note tout et je vous redis {jour}.}

A Liste de la commande groupée : ¶- {plante} : {2-4} sachets ¶- {fleur} : {1-3} sachets ¶- {herbe} : {1-2} sachets ¶{Qui veut ajouter quelque chose avant {jour} ?|J'envoie {jour} soir, dernier délai !}
B {Ajoutez-moi un demi-sachet de {plante2}, s'il vous plaît.|Pour moi c'est parfait, merci de vous en occuper.}
C {Je prends la moitié des {fleur} avec {B}, si cela lui convient.|Merci {A}, dites-nous combien on vous doit.}
A {C'est ajouté. On fera les comptes à l'arrivée.|Noté ! Cela fera environ {3-6} euros chacun.}

A {Mon petit-fils de {5-9} ans|Ma petite-fille de {5-9} ans} veut « son » pot sur le balcon. {Que peut-on lui faire semer qui pousse vite ?|Il faut que cela pousse avant dimanche, bien sûr...}
B {Des radis ! Trois semaines et c'est dans l'assiette.|Du cresson sur un coton, on voit tout, et cela pousse à vue d'œil.|Un tournesol géant, avec une toise à côté pour mesurer.}
C {Les capucines : grosses graines, petits doigts, gros succès.|Chez nous ce fut un haricot dans un verre, il est parti avec à l'école.}
A {Les radis et le tournesol, vendu !|Il a choisi le tournesol, la toise est déjà accrochée.|Merci, nous commençons mercredi.}

@5-9
A {Le tournesol de {mon petit-fils|ma petite-fille} mesure {90-160} cm ! Il me dépasse bientôt.|Nouvelles du pot des enfants : {12-30} radis, mangés jusqu'au dernier.}
B {Il y a une relève, nous voilà rassurés.|Bravo à votre jeune jardinier.|C'est comme cela qu'on attrape le virus.}

@3-7
A {Une mésange a fait son nid dans mon vieil arrosoir.|Un merle niche dans mes {fleur}, je n'ose plus ouvrir la fenêtre.|J'ai un bourdon qui dort chaque soir dans une fleur de {courgette|capucine}.} {Je n'y touche plus.|Je me fais <tout discret|toute discrète>.}
B {Quelle chance ! Ne bougez plus rien.|C'est le plus beau des compliments pour un balcon.|Vous voilà propriétaire d'une location saisonnière.}
C {Chez moi ce sont les pigeons, j'échangerais volontiers.|Mettez une coupelle d'eau pas trop profonde, ils en ont besoin.}
A {La coupelle est en place.|Gratuite, la location !|Je vous tiens au courant des naissances.}

@4-8
A {Les {trois|quatre|cinq} petits ont quitté le nid ce matin.|Voilà, le nid est vide. Ils sont partis en une matinée.} {Un peu triste, mais quel spectacle.|J'ai tout vu en prenant mon café.}
B {C'est toujours un petit pincement.|Ils reviendront peut-être l'an prochain.}
C Merci de nous avoir fait partager cela{, on s'y était attaché|}.

A Comment taillez-vous {le rosier en pot|l'hortensia|le romarin|le laurier-rose|le jasmin|le grenadier nain|le fuchsia|le chèvrefeuille} ? {J'ai toujours peur de trop couper.|Le mien n'a pas fleuri cette année.|Il part dans tous les sens.}
B {Sans crainte, mais jamais dans le vieux bois.|Juste au-dessus d'un œil tourné vers l'extérieur.|Après la floraison, d'un bon tiers, et jamais par grand froid.}
C {Il y a un bon livre sur la taille à la médiathèque, avec des dessins clairs.|Moi je coupe, je regrette, et tout repousse quand même.}
A {Je me lance {demain|{jour}}, sécateur désinfecté.|« Tout repousse quand même », voilà qui me rassure.|Merci, je respire un grand coup et je coupe.}

A {Récit de notre journée :|Petit récit du week-end :|Pour ceux que cela intéresse :} nous sommes allés à la fête des plantes de {ville}. Il y avait une bonne centaine d'exposants, un monsieur qui ne cultivait que des menthes (il en avait {22-41} sortes, dont une qui sent vraiment le chocolat), une dame qui donnait des boutures contre une histoire, et un atelier où l'on rempotait des succulentes avec les enfants. J'étais <venu|venue> pour un seul pied de {herbe}, je suis <reparti|repartie> avec {6-11} pots, un vieux livre et mal aux pieds. ¶¶Le plus beau : une collection de vieux outils, avec le nom de chacun écrit à la plume. J'y ai reconnu la serfouette de mon grand-père, la même, avec l'encoche au manche. Je suis <resté|restée> devant un bon moment. ¶¶Si l'un de vous y va l'an prochain, prévoyez un chariot et un pique-nique : la buvette était prise d'assaut dès onze heures et demie.
B {La serfouette du grand-père... je comprends l'émotion.|Une menthe au chocolat ! Vous en avez pris, j'espère ?}
C {Vous racontez si bien qu'on y était.|Merci pour ce récit, je l'ai lu à ma sœur.|Une bouture contre une histoire, que c'est joli.}
A {Bien sûr, et elle sent jusque dans l'escalier.|Merci à vous de m'avoir <lu|lue>.}

A {Bonne nouvelle : mon {citronnier|olivier|figuier|oranger d'appartement} refait des feuilles !|Mon vieux {citronnier|olivier|figuier} fleurit, après {deux|trois} ans sans rien.}
B {Comme quoi la patience paie.|Quel est votre secret ?}
A {Rempoté en {mars|avril}, et je lui parle un peu.|Aucun : je l'avais oublié derrière le rideau.|Un apport d'engrais tous les {quinze jours|mois}, et de la lumière.}
C {Je vais parler au mien, alors.|L'oubli, c'est ce que je réussis le mieux.}

A {Avez-vous lu cette page sur les associations de légumes ? https://exemple.fr/jardin/bons-voisins-{12-98} Elle est bien faite.|Je vous partage ce calendrier des semis, à imprimer : https://exemple.fr/jardin/calendrier-{12-98}}
B {Imprimé et collé sur la porte du placard.|Merci, c'est clair et on peut agrandir les lettres.}
C {Tiens, on y dit de ne pas mettre les {plante} près des {plante2}, c'est ce que j'avais fait...|Très utile, merci {A}.}

@6-9
A {Mes tomates ont le bout noir.|Une tache noire sous mes tomates, quelle misère.} {Est-ce le mildiou ?|Faut-il tout arracher ?}
B {Si c'est dessous, c'est le manque d'eau régulière, pas le mildiou.|Non non, gardez-les : arrosez plus souvent, un peu à chaque fois.}
C {J'enterre une petite bouteille percée à côté du pied, l'eau va droit aux racines.|Et jamais d'eau sur les feuilles.}
A {Ouf, je garde mes pieds de tomates.|La bouteille percée, c'est fait. Merci de m'avoir <rassuré|rassurée>.}

A {Qui veut des boutures de {fleur} ? J'ai taillé ce matin et je n'ai pas le cœur à les jeter.|Mes boutures de {fleur} ont pris : {8-15} sur {16-20} !}
B {Bravo. Dans l'eau ou en terre ?|Belle réussite ! Quel est votre secret ?}
A {Dans un verre d'eau, simplement, sur l'évier.|En terre légère, avec un sac transparent par-dessus.|Dans un pot à l'ombre, rien de plus.}
B {Je vais essayer, merci.|Je fais la même chose dès {jour}.}

A {Quelqu'un sait-il comment s'appelle cette plante ? Grandes feuilles {en cœur|découpées|duveteuses}, petites fleurs {blanches|mauves|jaunes}, trouvée dans la cour.|On m'a offert une plante sans étiquette : feuilles {épaisses|dentelées|rayées}, tige {rouge|poilue}. Une idée ?}
B {Peut-être un {bégonia|bergénia|pélargonium}. Que sent la feuille quand on la froisse ?|Cela ressemble à {de la mauve|de la consoude|un plectranthus}. Attendez la fleur !}
A {Elle sent un peu le citron.|Aucune odeur, mais les abeilles l'adorent.|Un peu la menthe, un peu la terre.}
C {Alors c'est sûrement de la mélisse, en tisane c'est délicieux. Mais faites confirmer par la pharmacie avant d'en boire.|Portez une feuille à la jardinerie, ils vous diront.}

A {Mal au dos après {une heure|deux heures} de rempotage...|Je ne peux plus me baisser comme avant.} {Quelqu'un a-t-il un bac surélevé ?|Comment faites-vous, vous ?}
B {J'ai mis mes jardinières sur une vieille table. Tout à hauteur de mains, un bonheur.|Mon gendre m'a fait un bac de 80 cm de haut avec des palettes.|Je jardine <assis|assise> sur un tabouret à roulettes !}
C {De petits pots, souvent, plutôt qu'un grand jour de travail.|Un agenouilloir avec des poignées, pour se relever, cela aide bien.}
A {Une vieille table, j'en ai une à la cave.|Le tabouret à roulettes me plaît beaucoup.|Merci, je vais m'organiser autrement.}

@9-10
A {Vide-jardin à {ville} {samedi|dimanche} : plants, graines et vieux outils.|Troc de plantes {samedi|dimanche} prochain sur la place, à {ville}.} {Qui vient ?|J'y tiens une petite table.}
B {J'y serai {vers dix heures|en fin de matinée}, avec mes {fleur}.|Trop loin pour moi, bonne chance pour la vente !}
C {Gardez-moi un pied de {herbe} !|Je passerai vous saluer, on se connaîtra enfin en vrai.}
A {Je porterai un chapeau de paille, vous ne pourrez pas me manquer.|C'est promis, {C}.}

A {Photo ajoutée à mon profil : mon balcon ce matin.|J'ai changé ma photo, vous verrez mes {fleur} derrière moi.}
B {Magnifique ! Et quelles couleurs.|Je viens de regarder, c'est un vrai petit paradis.}
A {Merci, cela me touche.|Il y a surtout beaucoup d'arrosoirs hors du cadre...}

@7-10
A {Vos {fleur} sont-ils remontés après la taille ? Les miens boudent.|Mes {fleur} font des feuilles mais plus de fleurs depuis {juillet|un mois}.}
B {Trop d'engrais, souvent. Laissez-les un peu tranquilles.|Coupez les fleurs fanées tous les deux jours, ils n'ont pas le temps de faire des graines.}
A {C'est bien possible, j'ai la main lourde.|Deux jours, cela me fera une promenade !}

A Faut-il {rentrer|pincer|buter|pailler|tuteurer} les {plante} {ce mois-ci|en ce moment}, ou est-ce trop tôt ?
B {Cela dépend du temps chez vous. Ici à {ville}, je l'ai fait {jour}.|Trop tôt à mon avis. Attendez d'avoir {12-15} °C le matin.|Allez-y, plus on attend et plus la plante souffre.}
A {Merci {B}, je suivrai votre avis.|Je me décide {demain matin|{jour}}.}

A {La jardinerie {de {ville}|près de chez moi} brade ses {fleur}{, deux pots pour le prix d'un|, moins quarante pour cent}.|J'ai sauvé {3-7} pauvres {fleur} du rayon des invendus.} {Je n'ai pas su résister.|Mon coffre était plein.}
B {On est <A:tous les mêmes|toutes les mêmes> !|Un bon bain de dix minutes et ils seront comme neufs.|Vous avez bien fait.}

A {Question de débutant : |Une question peut-être naïve : }{1=quelle différence entre vivace et annuelle ?|que veut dire « pincer » un plant ?|faut-il des trous au fond des jardinières ?|à quoi voit-on qu'un plant a soif ?|pourquoi faut-il éclaircir les radis ?}
B {Aucune question n'est naïve ici.|Nous nous le sommes tous demandé un jour.} {1=La vivace revient chaque année, l'annuelle se ressème.|Pincer, c'est couper le bout avec les ongles pour que le pied s'étoffe.|Oui pour les trous, toujours, sinon les racines pourrissent.|Soulevez le pot : s'il est léger, il a soif.|Serrés, ils ne font que des feuilles.}
A {Voilà qui est clair, merci.|Merci {B}, je me coucherai moins bête ce soir.}

@11-1
A {Que faites-vous au jardin en ce moment ? Moi, je {nettoie les pots|huile mes outils|trie mes graines|rêve devant les catalogues}.|Journée pluvieuse, j'ai {lavé tous mes pots|affûté le sécateur|rangé mes sachets par mois}.}
B {Des jacinthes forcées dans un verre, dans le placard. On les sort à Noël.|Je nourris les mésanges, c'est mon cinéma.|Je me repose, la terre aussi.}
C {Des graines germées sur l'évier : lentilles et {radis|alfalfa}, de la verdure toute l'année.|J'ai pris du retard, vous me faites honte !}

@7-8
A {Mes lauriers ont été taillés par le vent...|Gros orage hier soir à {ville} : {deux|trois} pots cassés et les {plante} par terre.}
B {Quel dommage ! Un tuteur et de la ficelle, parfois ils se redressent.|Chez nous la grêle a haché les feuilles. Courage.}
C {Gardez les morceaux de pots cassés pour le drainage.|L'essentiel, c'est que vous n'ayez rien.}
A {J'ai tout redressé avec des baguettes, on verra.|Vous avez raison, ce ne sont que des pots.}

A {Que faites-vous pousser à l'intérieur en ce moment ?|Le salon ressemble à une jungle, je manque de rebords de fenêtre.} {Chez moi : {deux|trois|quatre} orchidées et un {ficus|caoutchouc|yucca} de {vingt|trente} ans.|Mon {ficus|caoutchouc|yucca} touche le plafond.}
B {Les orchidées refleurissent si on les oublie un peu, près d'une fenêtre fraîche.|Un bain d'eau tiède d'un quart d'heure, tous les dix jours, et voilà.|Coupez-en la tête et bouturez-la, vous en aurez deux.}
C {Les miennes sont toutes des cadeaux, je n'ose pas en perdre une.|Attention aux radiateurs, elles n'aiment pas.|Moi j'ai des avocats en noyaux, {trois|cinq|sept} verres alignés.}
A {Deux jungles, alors.|Je les mets au frais dès ce soir.|Un quart d'heure de bain, c'est noté.}

A {Mes orchidées perdent leurs fleurs.|Mon ficus perd ses feuilles depuis que je l'ai changé de place.} {Faut-il s'inquiéter ?|Je m'y attache, à ces petites bêtes.}
B {Non, elles se reposent. Laissez la tige, elle peut repartir.|Il boude, c'est normal, ne le bougez plus.|Moins d'eau, plus de lumière, et de la patience.}
A {Je le remets à son ancienne place, il a gagné.|Bien, je ne touche à rien.|La patience, c'est ce que le jardin m'apprend.}

A {Avez-vous un carnet de jardin ?|J'ouvre un nouveau carnet de jardin.} {J'y note les dates, le temps, les échecs surtout.|Le plus vieux date de {1994|2001|2007}.}
B {Oui, avec des étiquettes collées et des taches de terre.|Je note tout sur le calendrier du facteur.|Les photos de mon téléphone me servent de mémoire.}
C {Celui de mon père commence en {1951|1958|1962}, je le relis chaque hiver.|On y voit bien que les saisons changent.|Je commence le mien aujourd'hui, merci de l'idée.}
A {Relire son père au jardin, quelle chance.|Les dates ne trompent pas : {huit|dix|douze} jours d'avance en vingt ans.|Mettez-y les échecs, ce sont les plus utiles.}

A {La copropriété veut interdire {les jardinières côté rue|les treillages}. Avez-vous connu cela ?|Ma voisine du dessous se plaint de l'eau qui tombe de mes pots.} {Comment arranger les choses ?|Je n'aime pas les conflits.}
B {Des soucoupes partout, et un mot gentil avec un pot de {herbe}.|Proposez une fiche de bonne conduite, nous l'avons votée à l'unanimité.|Accrochez-les côté intérieur, tout le monde y gagne.}
C {Le pot de {herbe}, c'est infaillible.|Chez nous, le balcon le plus fleuri a fait taire les grincheux.|Parlez-en de vive voix, jamais par affichette.}
A {J'y suis allé<|e> : nous avons pris le thé.|De vive voix, vous avez raison.|Soucoupes achetées, paix signée.}

A {Qui se souvient du jardin de son enfance ?|Quelle fleur vous ramène à votre grand-mère ?} {Moi, {le lilas au bout de l'allée|les pivoines et leurs fourmis|l'odeur du buis mouillé|les groseilliers à maquereau}.}
B {Les reines-marguerites, en rangs comme à l'école.|Le puits, avec l'interdiction de s'approcher.|La tonnelle, où l'on écossait tous ensemble.}
C {Les pois de senteur sur la clôture, je les entends presque.|Un poirier en espalier que mon grand-père appelait « le fainéant ».|Chez nous il n'y avait qu'un carré de poireaux, mais quel carré.}
D {On devrait refaire tout cela en petit, sur nos balcons.|Que c'est doux à lire.|Les mêmes, au même endroit, à {ville}.}

A {Vos oiseaux viennent-ils à la mangeoire ?|J'ai accroché une mangeoire au balcon.} {Ici : {deux mésanges|un rouge-gorge|une bande de moineaux|un couple de verdiers}, et un chat qui rêve derrière la vitre.|Au bout de combien de temps la trouvent-ils ?}
B {Comptez une semaine. Mettez aussi de l'eau.|Des graines de tournesol noires, ils en raffolent.|Toujours à la même heure, ils m'attendent sur la rambarde.}
C {Le mien mange avec moi, à sept heures et demie.|Nettoyez-la souvent, pour leur santé.|Le chat qui rêve, je le vois d'ici.}
A {Une semaine exactement, vous aviez raison.|De l'eau, j'y ajoute une coupelle.|Merci, je passe mes matinées à la fenêtre.}

A {Combien d'arrosoirs par jour pour vous ? Ici {trois|quatre|cinq|six}.|L'eau de pluie sur un balcon, quelqu'un y arrive-t-il ?|L'eau du robinet laisse des traces blanches, est-ce gênant ?}
B {Laissez-la reposer une nuit dans l'arrosoir.|Un seau sous la gouttière, avec l'accord du syndic.|L'eau du lavage de la salade, dans une bassine.}
A {La bassine est sous l'évier.|Une nuit de repos, pour l'eau et pour moi.|Le syndic réfléchit...}

A {J'ai cassé le manche de mon {sarcloir|transplantoir|sécateur} préféré. {Trente ans qu'il me suivait.|Réparer ou remplacer ?}|Quel est l'outil dont vous ne pourriez pas vous passer ?}
B {Un couteau de cuisine réformé, pour tout.|Réparez ! Un manche de frêne et un rivet.|Une vieille fourchette tordue, elle sert à tout.}
C {La fourchette, oui, et la cuillère à soupe.|Au salon « L'atelier du bricoleur », on saura vous aider.|Mes dix doigts.}
A {La fourchette tordue, je l'adopte.|Manche remplacé, il est reparti pour trente ans.|J'y vais de ce pas.}
`,
);
