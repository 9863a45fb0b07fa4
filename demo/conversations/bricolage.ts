import { bank } from '../grammar';

export const bricolage = bank(
  'bricolage',
  {
    objet:
      'une chaise paillée|un vieux buffet|un fauteuil|une lampe|une commode|un établi|un volet|une pendule|une petite table|un coffre|une bicyclette|un tabouret',
    outil: 'perceuse|ponceuse|scie sauteuse|visseuse|défonceuse|agrafeuse|raboteuse',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    bois: 'chêne|pin|noyer|merisier|frêne|hêtre|châtaignier',
  },
  `
A {J'ai récupéré {objet} dans {la rue|une grange|le grenier}. {Par où commencer ?|Le {bois} est beau sous la peinture.|Il y a des petits trous, est-ce grave ?}|Je me lance dans la restauration : {objet}, en {bois}, {plein de cire|repeint trois fois|un pied cassé}.}
B {Démonte ce qui se démonte, et prends des photos à chaque étape.|Traite d'abord contre les insectes, deux fois à {quinze jours|trois semaines} d'écart.|Ne ponce pas tout de suite : essaie une paille de fer fine sur un coin caché.}
C {Un décapant doux, une spatule en bois, et les fenêtres ouvertes.|Colle à l'ancienne pour les assemblages, serre-joints et patience.|Masque et gants, surtout si la peinture est d'avant {1949|1975}.}
A {Photos prises, je démonte {jour}.|La paille de fer fait merveille.|Merci, j'allais poncer comme une brute.}

A {Des nouvelles : {objet}, c'est fini !|Terminé {jour} : {objet}. {Vingt|Trente|Quarante} heures de travail.} {Je suis assez <fier|fière>.|<Ma femme|Mon mari> ne veut plus qu'on s'en serve.|Le {bois} a pris une teinte de miel.}
B {Bravo, quel résultat !|Quelle finition as-tu mise ?|On voit la patience.}
A {Cire d'abeille maison, trois couches.|Huile de lin et térébenthine, tout simplement.|Un vernis mat, très fin.}
C {Tu devrais ouvrir un atelier.|Je peux t'apporter le mien ?|Chapeau.}

A {Une fuite sous l'évier, {petite mais têtue|goutte à goutte}.|Le robinet {de la salle de bains|du jardin} goutte.|La chasse d'eau coule sans arrêt.} {Est-ce à ma portée ?|Je n'ai qu'une clé à molette.}
B {Coupe l'eau d'abord ! Puis c'est souvent un joint à {deux|trois} euros.|Emporte l'ancien joint au magasin, on t'en donnera le jumeau.|Mets une bassine, dévisse doucement, et regarde l'ordre des pièces.}
C {Si ça résiste, n'insiste pas, appelle quelqu'un.|Un peu de ruban sur le filetage, dans le bon sens.|Calcaire, à tous les coups : vinaigre blanc une nuit.}
A {Réparé ! {Deux|Trois} euros et une manche mouillée.|C'était le calcaire, merci.|J'ai appelé quelqu'un, c'était plus sage.}

A {Quelle {outil} choisir pour un usage tranquille ?|Qui pourrait me prêter une {outil} {jour} ?|Ma {outil} fume, c'est mauvais signe ?}
B {Prends-la légère, c'est le poids qui fatigue.|À l'outilthèque du quartier, on en loue pour {trois|quatre|cinq} euros.|Les charbons sont usés, ça se change en dix minutes.}
C {Je te prête la mienne, elle a trente ans et toutes ses dents.|Deux batteries, sinon on passe sa vie à attendre.|Fume ? Débranche !}
A {Merci {C}, je te la rends avec un gâteau.|L'outilthèque, je ne connaissais pas.|Charbons changés, elle ronronne.}

A {Quelle cheville dans {du placo|de la brique creuse|un vieux mur en pierre} ?|Comment accrocher {un miroir lourd|une étagère|une main courante} au mur sans qu'il s'écroule ?}
B {Frappe d'abord : creux ou plein, tout est là.|Chevilles à expansion, et deux de plus que nécessaire.|Dans la pierre, un scellement chimique, c'est solide.}
C {Et vérifie qu'il n'y a pas de fil derrière !|Un trait de crayon, un niveau, et un café avant de percer.}
A {J'ai bu le café, le trou est droit.|Deux de plus, noté.|Rien n'est tombé depuis {deux|trois} jours.}

A {J'ai fabriqué {un nichoir|une jardinière|un banc|une cabane à hérisson|un jouet à tirer|un porte-manteau} avec {des palettes|des chutes de {bois}|un vieux volet}. {Plan sur demande.|Deux après-midi de travail.}}
B {Je veux bien le plan !|Superbe idée.|Ça donne envie de s'y mettre.}
A {Voilà : planches de {15|18|20} mm, {6-12} vis, largeur {24|28|32} cm, hauteur {35|42|48} cm. Le toit dépasse de {quatre|cinq|six} centimètres.|Le plan est là : https://exemple.fr/atelier/plan-{3-87}}
C {Merci, c'est très clair.|Trou d'entrée de quel diamètre, si c'est pour les mésanges ?|Mon petit-fils et moi, on attaque {jour}.}
A {Vingt-huit millimètres pour la mésange bleue, trente-deux pour la charbonnière.|Bon courage à vous deux.}

A {Comment enlever {une tache d'encre sur du {bois}|des ronds de verre sur une table|de la rouille|de la vieille colle|une odeur de renfermé dans un meuble} ?}
B {Sel d'oseille avec des gants, puis rincer.|Un fer tiède sur un linge, pour les ronds blancs.|Vinaigre chaud, et une nuit de patience.|Une coupelle de marc de café, portes fermées, une semaine.}
C {Essaie toujours sur un coin caché.|Moi je dis que les taches racontent l'histoire.}
A {Parti ! Enfin presque.|J'ai gardé une petite tache, pour l'histoire.|Merci, cela marche.}

A {Réparation du jour : {le grille-pain|la machine à café|une fermeture éclair|un réveil à remonter|le poste de radio|un parapluie}, sauvé de la poubelle.}
B {Bien joué.|Qu'est-ce qu'il avait ?|Il y a un café réparation près de chez toi ?}
A {Un fil dessoudé, rien de plus.|Une miette. Une seule miette !|Oui, le {premier|deuxième|dernier} samedi du mois, on y apprend beaucoup.}
C {On jette trop vite.|Tu es notre docteur.|La miette... magnifique.}

A {Le café réparation cherche des bénévoles {jour}.|Nous étions {5-9} bénévoles {jour}, et {11-27} objets sauvés sur {30|34}.}
B {Je viens avec mon fer à souder.|Je couds, est-ce utile ?|Bravo à tous.}
A {Très utile, on manque de couturiers.|Viens à {neuf heures et demie|quatorze heures}, il y a du café.}

A {Peinture : faut-il {lessiver avant|une sous-couche sur un vieux mur|poncer entre deux couches} ?|Je repeins {la cuisine|la chambre d'amis|le couloir}. {Quelle couleur pour une pièce au nord ?}}
B {La préparation, c'est les trois quarts du travail.|Une sous-couche, toujours, on économise la finition.|Un jaune très pâle, comme du beurre.}
C {Regarde l'échantillon matin et soir avant d'acheter.|N'oublie pas l'escabeau stable, et quelqu'un à la maison.|Commence par le plafond !}
A {Beurre, c'est décidé.|J'ai commencé par les murs... trop tard.|Première couche sèche, c'est lumineux.}

A {Sécurité à la maison : j'ai posé {une barre dans la douche|une rampe dans l'escalier|des veilleuses|un détecteur de fumée}. {C'est plus simple qu'on ne croit.|J'aurais dû le faire avant.}}
B {Bonne idée, où l'as-tu fixée ?|Je dois le faire chez ma sœur.|Bravo, on tarde toujours trop.}
A {Dans le carrelage, avec une mèche spéciale, tout doucement.|Au plafond du couloir, loin de la cuisine.}
C {Et teste-le une fois par mois.|Il existe des aides, la mairie renseigne.}

A {Mon père m'a appris {l'affûtage|la queue d'aronde|le cannage|à remettre un manche}. Et vous, de qui tenez-vous cela ?|L'odeur de l'atelier de {mon père|mon oncle|mon grand-père}, la sciure de {bois}... je la cherche encore.}
B {D'un voisin menuisier, le jeudi après-midi.|De ma mère ! C'est elle qui bricolait.|De personne, et ça se voit à mes étagères.}
C {Le mien marquait tout au crayon derrière l'oreille.|J'ai gardé ses ciseaux à bois.|Les mains se souviennent.}
A {Les mains se souviennent, c'est exactement ça.|On devrait le transmettre aux petits.}

A {Mes outils rouillent au garage.|Comment ranges-tu ton atelier ? Le mien est un champ de bataille.|Mon établi est trop bas, j'ai le dos en compote.}
B {Un chiffon gras et une boîte fermée, avec une craie dedans contre l'humidité.|Un panneau avec la silhouette de chaque outil : on voit ce qui manque.|Des cales de {8|10|12} cm sous les pieds, et le dos dit merci.}
C {Une craie, c'est astucieux.|Le mien est rangé une fois l'an, le jour de l'an.|Ne prête plus rien sans le noter, c'est mon conseil.}
A {Les silhouettes, je m'y mets {jour}.|Cales posées, j'aurais dû y penser plus tôt.|La craie, je la pique à ma petite-fille.}

A {Qui sait affûter {un rabot|des ciseaux à bois|un sécateur|une lame de tondeuse} ?|Mon {couteau|ciseau à bois|rabot} ne coupe plus rien.}
B {Vingt-cinq degrés, la pierre bien mouillée, sans appuyer.|Je le fais sur une plaque de verre avec du papier abrasif, du plus gros au plus fin.|Apporte-le au café réparation, il y a un ancien qui fait cela très bien.}
A {Il rase les poils du bras !|Merci, j'irai voir l'ancien {jour}.|J'appuyais comme un sourd, voilà l'erreur.}
C {Attention aux doigts maintenant.|Bien affûté, c'est moins dangereux qu'émoussé.}

A {Mon petit-fils de {7-12} ans veut bricoler avec moi. {Par quoi commencer ?|Il veut bien sûr la {outil}.}}
B {Un marteau léger, des clous à grosse tête et une souche.|Une boîte à trésors, six planches et de la colle.|Des lunettes de protection : il se prendra pour un savant.}
C {Laisse-le se tromper, c'est là qu'on apprend.|La mienne a fait un avion. Il ne vole pas, mais quel avion.}
A {Les lunettes ont fait leur effet.|La boîte à trésors est finie, fermée à clé.|On garde la {outil} pour ses vingt ans.}

A {Une porte qui {grince|frotte|ne ferme plus}, en {bois} massif.|Mes volets en {bois} ont souffert de l'hiver.|Le parquet craque comme un vieux bateau.} {Que faire ?|Un conseil avant que je m'y mette ?}
B {Du savon sec sur le chant, avant de sortir le rabot.|Décrassage, lasure claire, deux couches par temps sec.|Du talc entre les lames, avec un pinceau.}
C {Regarde d'abord les gonds, une rondelle suffit parfois.|Attends un temps bien sec, le bois travaille.|Moi j'aime bien quand il craque, je sais qui rentre.}
A {La rondelle a suffi !|Talc dans le couloir, silence dans la maison.|J'attends le beau temps, merci.}

A {Qui aurait {une vieille poignée en porcelaine|une clé de pendule numéro {4-9}|trois tommettes hexagonales|un pied de {bois} tourné} ?|Je cherche une pièce introuvable pour {objet}.}
B {J'ai un tiroir plein de poignées, envoie la taille.|Essaie la recyclerie, ils gardent tout.|Fais-la tourner, il y a un jeune tourneur au marché.}
A {{32|38|44} mm de diamètre, blanche.|La recyclerie avait mieux encore !|Le jeune tourneur est un artiste.}
C {Mes tiroirs vont se vider, <ma femme|mon mari> te remercie.|Montre-nous le résultat.}

A {J'isole {le grenier|la porte d'entrée|les fenêtres} avant l'hiver. {Laine de bois ou ouate ?|Quel joint choisir ?}|La facture de chauffage m'a fait peur, je {calfeutre|cherche les courants d'air}.}
B {Une bougie le long des fenêtres : tu verras tout de suite où ça passe.|Renseigne-toi avant sur les aides, il y a un conseiller gratuit.|Pour la porte, un boudin cousu main fait des merveilles.}
C {N'oublie pas de laisser l'air se renouveler.|Le boudin en forme de chien, c'est un classique.|Chez moi c'était la trappe du grenier.}
A {La bougie a tout dit en dix minutes.|Rendez-vous pris avec le conseiller.|Chien cousu, il s'appelle {Boudin|Mistral|Courant d'air}.}
`,
);
