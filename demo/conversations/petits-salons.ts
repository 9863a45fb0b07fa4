import { bank } from '../grammar';

/** The quiet rooms: fewer words, so they share a file. */
export const confitures = bank(
  'confitures',
  {
    fruit:
      'abricots|mirabelles|cassis|groseilles|figues|coings|rhubarbe|mûres|fraises|oranges amères|quetsches|tomates vertes',
    epice: 'vanille|gingembre|cannelle|badiane|cardamome|romarin|fève tonka',
  },
  `
A {{3-9} pots de confiture ({fruit}) ce matin !|Bassine de {fruit} sur le feu, toute la rue en profite.} {Avec un peu de {epice}.|Le couvercle fait « clac », c'est bon signe.}
B {Bravo, quelle couleur ?|Combien de sucre au kilo ?|Le « clac », mon bruit préféré.}
A {{550-750} grammes, pas davantage.|Un beau rouge sombre.|Comme un vitrail.}

A {Ma confiture ({fruit}) ne prend pas.|Trop liquide, ma gelée ({fruit}).} {Je la recuis ?|Que faire ?}
B {Le jus d'un citron et dix minutes de plus.|Une pomme râpée, pour la pectine.|Test de l'assiette froide : si ça plisse, c'est prêt.}
C {Sinon appelez cela « coulis », et personne ne saura.|Chez moi elle prend le lendemain, parfois.}
A {Elle a plissé !|Coulis, donc. Sur un fromage blanc, une merveille.|Merci, je relance le feu.}

A Ma recette, {fruit} et {epice} : ¶- un kilo de fruits préparés ¶- {600-750} g de sucre ¶- le jus d'un citron ¶- {epice}, à votre goût ¶Laissez macérer une nuit. Le lendemain, portez à ébullition, écumez, et comptez {15-35} minutes à petits bouillons. Pots ébouillantés, on remplit à ras bord, on retourne. {C'est celle de ma marraine.|La page complète : https://exemple.fr/recette-confiture-{2-39}}
B {Merci, je recopie.|La nuit de macération, c'est le secret.|J'essaierai avec moins de sucre.}
C {Délicieuse, essayée ce matin.|Peut-on congeler les fruits avant ?}

A Comment stérilisez-vous vos bocaux ? {La cocotte ou le four ?|Les joints se gardent-ils ?}
B {À l'eau bouillante, {30-60} minutes, bien calés dans un torchon.|Un joint neuf chaque fois, c'est plus sûr.|Pour les légumes je suis la notice à la lettre.}
A {Merci, prudence avant tout.|Joints achetés.}

A Qui échange un pot de {fruit} contre un pot de {fruit2} ?
B {Moi !|Volontiers, à la prochaine rencontre.|J'ai mieux : un pot de {fruit3}.}
A {Affaire conclue.|Le troc est fait.}

@12-2
A {Les oranges amères sont arrivées au marché.|Jour de marmelade : trois jours de trempage, et des zestes partout.}
B {Je les coupe aux ciseaux, c'est plus facile.|Gardez les pépins dans une mousseline.}
A {Aux ciseaux, mes poignets vous remercient.|{7-12} pots alignés, un soleil d'hiver.}

A {Vos étiquettes, imprimées ou à la main ?|Idée de cadeau : trois petits pots et un ruban.}
B {À la main, avec la date et le temps qu'il faisait.|Mes petits-enfants dessinent les fruits.}
A {Le temps qu'il faisait... que c'est joli.|J'adopte.}

A {J'ai ouvert un pot de {2017|2018|2019|2020} ({fruit}) : parfait.|Confiture oubliée à la cave : {fruit}, {2018|2019|2021}.}
B {Elle a dû se concentrer.|Et le goût ?}
A {Comme au premier jour.|Un peu de caramel, délicieux.}

A Peut-on faire de la confiture {sans bassine en cuivre|au four|avec du miel|pour quelqu'un qui surveille son sucre} ?
B {Oui, une grande casserole large suffit.|Plutôt une compote, qu'on garde au frais une semaine.|Avec du miel doux, d'acacia par exemple.}
A {Merci, j'essaie avec {fruit}.|Noté.}
`,
);

export const tricot = bank(
  'tricot',
  {
    ouvrage:
      'une brassière|un bonnet|une écharpe|un plaid|des chaussettes|un gilet|un lapin|une layette|un châle|des mitaines',
    couleur: 'bleu canard|moutarde|vert sapin|framboise|écru|gris perle|terre cuite',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  },
  `
A {Je commence {ouvrage} {couleur}.|Sur mes aiguilles : {ouvrage}, {couleur}.} Et vous ?
B {{ouvrage2} pour la petite dernière.|Je détricote {ouvrage2}, c'est ma spécialité.|Rien, je cherche l'inspiration.}
C {{ouvrage3}, rang {24-96}, je compte tout haut.|Quelle belle couleur.}

A J'ai {perdu une maille|trop de mailles|un trou} au rang {12-74} de {ouvrage}. {Je défais ?|Peut-on rattraper ?}
B {Un crochet, on remonte la maille comme une échelle.|Personne ne le verra, continue.|Mets un fil de vie la prochaine fois.}
A {Rattrapée !|Le fil de vie, je découvre.|Je défais, je suis têtu<|e>.}
C {Nous le sommes toutes et tous.|Bravo.}

A {Terminé : {ouvrage} {couleur} !|J'ai fini {ouvrage}, {17-42} heures et {3-8} pelotes.}
B {Superbe, on veut voir.|Le point est si régulier.|Et pour qui ?}
A {Pour {la petite voisine|mon arrière-petite-fille|la maternité de l'hôpital|mon frère, qui a toujours froid}.|Photo dans mon profil.}

A Quelle laine pour {ouvrage} qui {ne gratte pas|passe en machine|tienne vraiment chaud} ?
B {Du mérinos, un peu cher mais si doux.|Un coton mélangé.|Fais un échantillon et porte-le au cou une heure.}
A {L'échantillon au cou, bien sûr.|Merci, je vais à la mercerie {jour}.}

A {Atelier tricot {jour} à {quatorze|quinze} heures, au café.|Nous tricotons des carrés pour {une couverture|le refuge|la maternité}, {20|25} cm de côté.}
B {J'en fais {quatre|six|dix}.|Je viens, même si je bavarde plus que je ne tricote.|Toutes couleurs ?}
A {Toutes, les plus gaies possible.|Le bavardage est le but.}
C {J'apporte un cake.|J'ai un sac de restes.}

A {Les carrés : nous en sommes à {34-140} !|La couverture est assemblée.}
B {Quelle chaîne !|Bravo à toutes et à tous.}
C {J'en poste encore {trois|cinq}.|On en commence une autre ?}

A {J'ai retrouvé les {aiguilles|patrons|boutons} de ma mère.|Le vieux modèle de {1958|1963|1971} est indéchiffrable.}
B {Un trésor.|Envoie-moi les abréviations, je connais.}
A {« Dim 1 m ch côté ts 4 rgs », quelqu'un ?|Les boutons sont en nacre.}
B {Diminuer une maille de chaque côté tous les quatre rangs.|Garde-les pour un gilet d'enfant.}

A {Ma machine à coudre fait des boucles dessous.|Comment poser une fermeture sans pleurer ?|Ourlet de jean : au secours.}
B {Renfile tout, canette comprise, neuf fois sur dix c'est cela.|Bâtis d'abord, toujours.|Une aiguille de 100 et doucement.}
A {C'était l'enfilage.|Bâti, cousu, sans larmes.|Merci !}

A {Mes mains fatiguent, je fais des pauses de {dix|quinze} minutes.|Quelqu'un tricote-t-il avec des aiguilles circulaires ?}
B {Oui, c'est moins lourd pour les poignets.|Des aiguilles en bois, plus chaudes.}
A {J'essaie.|Merci, bon conseil.}

A {Que faites-vous des restes de laine ?|J'ai {deux|trois} sacs de petites pelotes.}
B {Des carrés, des pompons, des oreilles de lapin.|Un plaid à rayures, sans réfléchir.}
C {Des chaussettes dépareillées, mes petits-fils les adorent.|L'école les prend avec joie.}
`,
);

export const hanche = bank(
  'hanche',
  { sem: 'deux|trois|quatre|cinq|six|huit', jour: 'lundi|mardi|mercredi|jeudi|vendredi' },
  `
A {Opération de la hanche {jour}.|Je me fais opérer du genou dans {sem} semaines.} {J'ai un peu peur.|Comment préparer la maison ?}
B {C'est normal. Préparez des plats au congélateur et ôtez les tapis.|Un siège haut, et tout à hauteur de main.|Une pince pour ramasser, mon objet préféré.}
C {Posez toutes vos questions au chirurgien, par écrit.|Nous penserons à vous.}
A {Liste faite, merci.|Les tapis sont roulés.|Cela me rassure.}

A {Premier tour du {pâté de maisons|jardin|couloir} avec les béquilles !|{sem} semaines après : j'ai lâché une béquille.}
B {Bravo, pas à pas.|Quelle étape !}
C {Et on écoute le kiné.|Ne brûlez pas les étapes.}
A {Oui chef !|Promis.}

A {Comment dormez-vous, avec une hanche neuve ?|Je n'ose pas encore mettre mes chaussettes.}
B {Un coussin entre les genoux, comme on me l'a montré.|L'enfile-chaussette, et le tour est joué.}
A {Merci, je demanderai à l'ergothérapeute.|Je commande cela.}

A {Le moral est bas aujourd'hui.|C'est long, je m'impatiente.}
B {La {troisième|quatrième} semaine est la plus dure, après on voit la lumière.|Écrivez chaque soir ce que vous avez pu faire.}
C {Nous sommes là.|Un film drôle et au lit.}
A {J'ai écrit : « descendu six marches ». C'est vrai, hier c'était quatre.|Merci, cela va mieux.}

A {Visite de contrôle : tout va bien !|Je reconduis, avec l'accord du médecin.} {Quelle liberté.|J'en ai chanté.}
B {Hourra !|Quelle bonne nouvelle.}
C {Merci de redonner courage.|Cela m'encourage, c'est pour moi en {mars|mai|octobre}.}

A {Rééducation en centre ou à la maison ?|Le centre m'a fait du bien : {quinze jours|trois semaines}, et des amis.}
B {À la maison, avec le kiné {trois|deux} fois par semaine.|Votre médecin vous dira, mais le centre rassure.}
A {Merci pour vos expériences.|Je lui en parle.}

A {{sem} mois après : j'ai dansé !|Un an déjà. J'ai marché {3-9} km dimanche.}
B {C'est merveilleux.|Vous nous faites rêver.}
C {Merci de revenir le dire à ceux qui commencent.|Bravo.}

A {Qui a gardé son siège de douche ?|Les escaliers : on monte avec la bonne jambe, on descend avec l'autre ?}
B {« Les bons montent au ciel », m'a dit le kiné : la bonne jambe d'abord.|Je l'ai gardé, c'est plus sûr.}
A {Je ne l'oublierai plus !|Merci.}

A {Quels exercices vous a-t-on donnés après l'opération ?|Combien de temps avez-vous gardé les béquilles ?} {Je sais que chacun est différent.|C'est juste pour me faire une idée.}
B {{Trois|Quatre|Cinq} semaines pour moi, mais suivez votre kiné.|Des petits, plusieurs fois par jour, avec la radio.}
C {J'ai mis un ruban de couleur sur les miennes, pour le moral.|Le plus dur fut de ne pas en faire trop.}
A {Le ruban, excellente idée.|Merci, je ne compare plus, j'avance.}

A {Mon lit est trop bas, le canapé aussi.|Quel fauteuil pour se relever facilement ?}
B {Des rehausseurs sous les pieds du lit, cela ne coûte presque rien.|La pharmacie loue un fauteuil, demandez une ordonnance à votre médecin.}
A {Rehausseurs posés, c'est magique.|Je demande {jour}, merci.}
`,
);

export const potager = bank(
  'potager',
  { legume: 'fèves|poireaux|salades|pommes de terre|haricots|choux|oignons|courges', jour: 'samedi|dimanche|mercredi' },
  `
A Chantier collectif {jour} à {neuf|dix} heures : {bêcher la parcelle 3|réparer la cabane|pailler|planter les {legume}|nettoyer les outils}. Qui vient ?
B {Moi, avec la brouette.|Présent<|e>, jusqu'à midi.|J'apporte le café.}
C {J'amène deux enfants costauds.|Je passe en voisin.}
A {Parfait, il y aura de la soupe.|Merci à vous.}

A {Qui arrose cette semaine ?|Le tour d'arrosage : {jour}, personne !}
B {Je prends {jour}.|Moi, j'habite à côté.}
A {Merci, le tuyau est derrière la cabane.|Noté au tableau.}

A {Les {legume} de la parcelle {2-9} sont prêts, servez-vous.|Récolte : {4-18} kilos de {legume} !}
B {Je passe ce soir.|Bravo l'équipe.}
C {On en donne à l'épicerie solidaire ?|Soupe pour tout le monde.}
A {Oui, un panier y part {jour}.|Bonne idée.}

A {Quelqu'un a oublié {un sécateur|des gants|un chapeau|un arrosoir vert} à la cabane.|La serrure de la cabane coince.}
B {C'est à moi, merci.|Je passe avec de l'huile.}

A {Le hérisson est revenu derrière le compost.|Les pigeons ont tout mangé, il faut un filet.|L'eau sera coupée {jour} matin.}
B {Quelle bonne nouvelle... ou presque.|Merci de prévenir.}
C {J'ai un vieux voilage qui fera l'affaire.|On remplit les bidons la veille.}

A Réunion du potager {jour} : {assolement|clés|cotisation|fête d'été}. {Cotisation inchangée, {12|15|18} euros.|On finit par un verre.}
B {J'y serai.|Excusez-moi, je garde les petits.|Je prépare le plan des parcelles.}
A {Merci, à {jour}.|On t'enverra le compte rendu.}

A {Faut-il semer les {legume} maintenant ?|Les {legume} ont {la rouille|soif|des trous}.}
B {Attends que la terre soit chaude au toucher.|Filet et patience.}
A {Vu, merci.|On en parle {jour}.}

A {Portes ouvertes du potager {jour} : {40-90} visiteurs !|Les écoliers sont venus {jour}, ils ont semé des {legume}.}
B {Quelle ambiance.|Ils ont posé cent questions.}
C {Et le gâteau à la courgette a disparu.|On recommence l'an prochain.}
`,
);

export const bienvenue = bank(
  'bienvenue',
  { chose: 'les salons|les cours|les réglages|les messages|le profil' },
  `
O {Bienvenue à ceux qui nous ont rejoints cette semaine.|Un mot d'accueil pour les nouveaux.} {Ici, on pose toutes les questions sur le site, sans gêne.|Commencez par choisir un salon qui vous plaît, puis dites bonjour.|Prenez votre temps, rien ne presse.}
A {Merci, c'est bien fait et bien lisible.|Bonjour à tous, je visite.|Merci pour l'accueil.}

A {1={Comment agrandir le texte ?|Où change-t-on les couleurs de l'écran ?|Comment ne plus recevoir de courriels ?}|{Peut-on effacer un message envoyé par erreur ?|Comment répondre à quelqu'un en particulier dans un salon ?|Puis-je corriger une faute dans mon message ?}|Que veut dire « salon privé » ?|{Où trouve-t-on le code d'un salon ?|Une amie voudrait nous rejoindre, quel code lui donner ?}}
O {1={C'est dans « Réglages », en haut de la page. Dites-nous si vous ne trouvez pas.|Tout est dans « Réglages », en haut à droite.}|Sous {chaque|votre} message, vous trouverez les boutons « Répondre », « Modifier » et « Supprimer ».|Un salon privé n'est visible que de ses membres ; on y entre avec un code ou une invitation.|La personne qui tient le salon peut vous donner le code, il a six caractères.}
A {Trouvé, merci.|C'est clair, merci beaucoup.|Parfait, j'avais cherché trop loin.}

O {Rappel utile : ne donnez jamais votre mot de passe ni votre numéro de carte dans un salon.|Petit rappel : l'équipe ne vous demandera jamais votre mot de passe.|Si un message vous semble suspect, utilisez « Signaler ».} {Nous lisons chaque signalement.|En cas de doute, écrivez-nous ici.}
A {Merci de le rappeler.|Bien reçu.|C'est rassurant.}
B {On n'est jamais trop prudent.|Je l'ai dit à ma sœur aussi.}

O {Nouveau : on peut maintenant {réagir à un message d'un mot ou d'un signe|choisir quatre tailles de texte|imprimer une leçon|retrouver un message avec la recherche}.|Cette semaine nous avons amélioré {chose}. Vos remarques sont les bienvenues.}
A {Bravo, c'est pratique.|Essayé, cela marche bien.|Merci, je m'y perdais un peu.}
B {Pourrait-on aussi {avoir un thème sombre|trier les salons par ville|agrandir les photos} ?|Et pour {chose}, c'est prévu ?}
O {C'est noté, merci de l'idée.|Nous y travaillons.|Oui, c'est dans « Réglages ».}

A {Je cherche un salon sur {les oiseaux|l'aquarelle|le scrabble|la Bretagne|les voyages}.|Existe-t-il un salon pour {les aidants|la photo|le bridge} ?}
O {Regardez dans « Découvrir les salons », par thème. Et s'il n'existe pas, vous pouvez le créer.|Il y en a un, tapez le mot dans la recherche des salons.}
A {Trouvé, j'y cours.|Je vais peut-être le créer !|Merci.}
B {Si vous le créez, je m'inscris.|Je suis intéressé<|e> aussi.}

A {Merci à l'équipe, c'est simple et reposant.|Je ne suis pas {doué<|e>|à l'aise} avec l'ordinateur, et j'y arrive.}
O {Votre message nous fait très plaisir.|Merci à vous, c'est pour cela que nous travaillons.}

A {Le son d'une leçon est faible.|J'ai reçu deux fois la même lettre.|Une page met du temps à s'ouvrir chez moi : {chose}.}
O {Merci de nous l'avoir dit, nous regardons.|C'est corrigé, pouvez-vous vérifier ?}
A {Tout va bien maintenant.|Oui, parfait, merci.}

A {Peut-on inviter {une amie|sa sœur|un voisin} qui n'est pas encore parmi nous ?|Est-ce payant de créer un salon ?|Mon profil est-il visible par tout le monde ?}
O {Vous trouverez la réponse dans la page d'aide, et nous restons là si elle n'est pas claire.|La réponse tient sur une page, en gros caractères : « Abonnement » ou « Mes données », selon la question.}
A {Merci, j'ai lu, c'est limpide.|Parfait, je voulais en être <sûr|sûre>.}

A {J'ai montré Aurora50 à {mon frère|ma voisine|mon club de marche}, et l'essai est concluant.|Je voulais dire que les grandes lettres, c'est un vrai confort.}
O {Merci, cela nous encourage.|Voilà qui fait plaisir à toute l'équipe.}
B {Je fais pareil autour de moi.|Même avis pour les grandes lettres !}
`,
);

export const bretagne = bank(
  'bretagne',
  {
    lieu: 'Cancale|Concarneau|Douarnenez|Roscoff|Paimpol|Belle-Île|Bréhat|Quiberon|Crozon',
    jour: 'samedi|dimanche|jeudi',
  },
  `
A {De retour de {lieu}, les cheveux pleins de sel.|Grande marée à {lieu} {jour} : coefficient {102-114} !}
B {Veinard<A:|e>. Et le vent ?|J'y serai, avec mon panier.}
A {De quoi plier les parapluies.|Rendez-vous à la cale.}

A Quelqu'un connaît-il une crêperie tranquille à {lieu} ?
B {Prenez la petite rue derrière le port, celle aux volets {bleus|verts}.|On mange très bien au marché, debout.}
A {Trouvée : la complète était parfaite.|Merci !}

A {Promenade des douaniers près de {lieu}, {5-11} km {jour}. Qui vient ?|Covoiturage depuis Rennes pour {lieu} {jour} ?}
B {Moi, avec mes bâtons.|Il me reste deux places.}
C {Je viens pour le café et la vue.|Volontiers.}

A {Le beurre salé, bien sûr. Mais le kouign-amann, maison ou boulangerie ?|Fest-noz {jour} à {lieu}.}
B {Boulangerie, c'est plus sage pour la cuisine.|Je danse encore l'an-dro, doucement.}
C {Les deux, et la sieste ensuite.|Kenavo mes genoux !}

A {Il pleut à {lieu}.|On me demande s'il pleut toujours ici.} {Il fait beau plusieurs fois par jour, comme on dit.|J'ai répondu : non, parfois il crachine.}
B {Ha ! Je la ressortirai.|Et la lumière après l'averse...}

A {Quel phare préférez-vous ?|Île préférée ?}
B {Celui qu'on voit de ma fenêtre d'enfance.|Bréhat en mars, sans personne.}
C {Tous, la nuit.|Ouessant, un jour de tempête, bien au chaud.}

A {Quel temps pour {lieu} {jour}, à votre avis ?|Je voudrais montrer {lieu} à mes petits-enfants.}
B {Des éclaircies, et des bottes dans le coffre.|Prévoyez des épuisettes et des chaussettes de rechange.}
C {La lumière sera belle, c'est sûr.|À marée basse, il n'y a pas plus beau.}
A {Merci, les bottes sont prêtes.|Épuisettes retrouvées à la cave !}

A {Fruits de mer : comment ouvrez-vous les huîtres sans vous blesser ?|Les palourdes, combien de temps dans l'eau salée ?|Galette : l'œuf, miroir ou brouillé ?}
B {Miroir, enfin, quelle question !|Un torchon épais, et de la patience.|Une nuit, en changeant l'eau une fois.}
A {Voilà un sujet qui réveille.|C'est noté, merci.}

A {J'ai vu {un phoque|des dauphins|une sterne} {jour}, près de {lieu}.|Le bateau pour {lieu} reprend {jour}.}
B {Quelle chance !|Formidable, je réserve.}
C {De loin, j'espère, on les laisse tranquilles.|Qui vient avec moi ?}
`,
);

export const papiers = bank(
  'papiers',
  {
    papier:
      "la carte d'identité|la carte grise|la pension de réversion|le chèque énergie|la déclaration de revenus|l'attestation de droits",
    jour: 'lundi|mardi|jeudi',
  },
  `
A Qui a fait récemment une démarche pour {papier} ? {Je ne sais pas par où commencer.|On me renvoie de guichet en guichet.}
B {L'espace d'accueil de la mairie m'a aidé<|e>, sur rendez-vous.|Tout est sur le site officiel, mais il faut une bonne heure.|Appelez tôt le matin, à l'ouverture.}
C {Préparez une chemise avec tout dedans, en double.|Notez le nom de la personne et la date.}
A {Chemise prête, rendez-vous {jour}.|Merci, je me sens moins <seul|seule>.|C'est fait !}

A {Combien de temps garder {les relevés de banque|les factures d'électricité|les bulletins de salaire|les avis d'impôt} ?|Je trie mes papiers : que peut-on jeter ?}
B {Les bulletins de salaire, toujours. Pour le reste, il y a une liste sur le site du service public.|Cinq ans pour les relevés, m'a-t-on dit, mais vérifiez.}
A {Je vérifie avant de jeter.|{Trois|Quatre} sacs de papier au recyclage, quel soulagement.}

A {J'ai reçu un courrier que je ne comprends pas : « {sous réserve de régularisation|trop-perçu|quotité disponible|mise en demeure} ».|Lettre recommandée ce matin, j'ai eu un coup au cœur.}
B {Ne payez rien sans avoir appelé.|La maison de la justice et du droit reçoit gratuitement.|Faites-la lire à quelqu'un de calme.}
A {C'était une simple erreur de leur part.|Rendez-vous pris, merci.}
C {Tout est bien qui finit bien.|Gardez la lettre quand même.}

A {Ma méthode : un classeur, {six|huit} intercalaires, une couleur par sujet.|J'ai fait la liste de mes papiers importants pour mes enfants.}
B {Excellente idée, je m'y mets cet hiver.|Où rangez-vous le classeur ?}
A {En haut de l'armoire, et ma fille le sait.|Une enveloppe fermée, chez ma sœur.}

A {Le guichet {de la gare|de la poste|de la banque} ferme {jour}.|On ne peut plus payer par chèque à {la cantine|la piscine}.} Comment faites-vous ?
B {J'y vais le matin, ils sont aimables.|Ma nièce m'aide une fois par mois.}
C {J'ai écrit au maire, poliment.|On devrait tous écrire.}

A {Petit succès : {papier}, enfin reçue !|{papier} : dossier accepté, {sept|neuf|onze} semaines.}
B {Bravo pour la patience.|Cela redonne espoir.}

A {Je change de {mutuelle|banque|fournisseur d'électricité} : comment ne rien oublier ?|On me propose de résilier {ma mutuelle|mon assurance} par téléphone.} {Je me méfie un peu.|Les délais me paraissent bien courts.}
B {Tout par écrit, avec une copie, et une date.|Demandez le nouveau contrat d'abord, on ne résilie qu'après l'avoir lu.|Comparez ligne à ligne, au calme, avec une règle.}
A {La règle, c'est exactement ce qu'il me faut.|Par écrit, c'est décidé.|Rien ne presse, vous avez raison.}

A {Quelqu'un s'y connaît en {succession|donation|procuration} ? {Je ne demande pas un avis de notaire, juste par où commencer.|Nous en parlons avec mes enfants.}}
B {Un premier rendez-vous chez le notaire, souvent sans frais : demandez au téléphone.|La chambre des notaires tient des permanences gratuites.|Faites d'abord une liste simple : qui, quoi, où.}
C {Nous l'avons fait l'an dernier, cela soulage tout le monde.|Et dites à quelqu'un où sont les papiers.}
A {Liste commencée.|Rendez-vous pris {jour}.|Merci, c'est moins effrayant à plusieurs.}

A {Un modèle de lettre simple pour {contester une facture|demander un délai|signaler un changement d'adresse} ?|J'ai écrit ma lettre {trois|quatre} fois, elle est toujours trop longue.}
B {Trois phrases : qui je suis, ce qui se passe, ce que je demande.|J'en ai une, la voici : https://exemple.fr/lettres/modele-{3-39}|Relisez-la à voix haute, et coupez la moitié.}
A {Trois phrases, envoyée !|Merci pour le modèle.|La moitié coupée, elle est bien meilleure.}

A {Le numéro d'attente {ce matin|{jour}} : {74|88|112}. Appelé : {19|26|41}.|Quarante minutes de musique au téléphone, puis on a raccroché.} {J'avais pris un livre, heureusement.|Il faut en rire.}
B {Courage. Le {mardi|jeudi} vers quatorze heures, c'est plus calme.|J'ai appris la musique par cœur.}
C {On devrait nous offrir un café.|La prochaine fois, prenez le tricot.}
`,
);

export const aidants = bank(
  'aidants',
  { proche: 'mon mari|ma mère|mon frère|ma femme|mon père|ma sœur', jour: 'lundi|mardi|mercredi|jeudi|vendredi' },
  `
A {La nuit a été difficile, {proche} s'est levé {trois|quatre|cinq} fois.|Je suis <fatigué|fatiguée>, je l'écris ici parce que je ne peux pas le dire ailleurs.}
B {Ici tu peux tout dire.|Je te comprends si bien.|Nous sommes là, jour et nuit ou presque.}
C {Peux-tu dormir un peu cet après-midi ?|As-tu quelqu'un pour prendre le relais une heure ?}
A {Ma voisine vient {jour}, deux heures rien qu'à moi.|Merci. Rien que de vous lire, je respire.}

A {Nous avons ri ce matin : {proche} a {chanté toute la chanson|reconnu notre vieux chat|voulu danser dans la cuisine|dit bonjour au présentateur}.|Une belle journée, il faut la noter aussi.}
B {Ces moments-là sont de l'or.|Merci de le partager.}
C {Je souris avec toi.|Note-le dans le cahier.}

A {L'accueil de jour a appelé : une place le {jour}.|Réunion des aidants {jour} à quatorze heures, il y a un café.}
B {Quelle bonne nouvelle !|J'irai, si je trouve une garde.}
A {J'ai le cœur serré et le cœur léger, les deux.|Je peux passer te prendre.}
C {C'est tout à fait normal.|Accepte, pour vous deux.}

A {Comment répondez-vous quand on vous demande dix fois la même chose ?|Comment faites-vous pour les repas ?}
B {Je réponds comme si c'était la première, et parfois je sors sur le palier respirer.|De petites assiettes, de la couleur, et de la musique.}
C {Une ardoise sur le frigo, avec le jour et le programme.|On fait ce qu'on peut, et c'est déjà beaucoup.}
A {L'ardoise, je vais en acheter une.|Merci à vous.}

A {1=J'ai dit oui à une aide {deux|trois} matins par semaine.|Culpabilité d'être allé<|e> au cinéma...}
B {Tu as bien fait, mille fois.|Tu reviens avec plus de force.}
C {1=On ne verse pas d'une cruche vide, disait ma grand-mère.|Qu'as-tu vu ?}
A {1=Je garde la cruche.|Une comédie, j'ai ri tout<|e> seul<|e>.}

A {Qui connaît l'association qui prête {un fauteuil|un lit médicalisé} ?|Le dossier est {parti|accepté|incomplet}, encore.}
B {Demande à l'assistante sociale de l'hôpital, elle est très bien.|Courage, le mien a pris {quatre|cinq} mois.}
A {J'appelle {jour}.|Merci de votre patience avec moi.}

A {Bonne nuit à vous toutes et tous, que la nuit soit calme.|Une pensée ce soir pour chacun d'entre vous.}
B {Merci. À demain.|Et pour toi.}

A {Qu'est-ce qui vous fait tenir ?|J'ai besoin d'idées pour souffler un peu.} {Dites-moi vos petites choses.|Même toutes petites.}
B {Un café bu chaud, à la fenêtre, avant que la maison se réveille.|Dix minutes de musique dans la voiture, à l'arrêt.|Écrire trois lignes le soir.}
C {Vous lire ici.|Marcher jusqu'au bout de la rue et revenir.|Ma sœur, au téléphone, qui me fait rire.}
A {Le café bu chaud... je comprends si bien.|Merci, je recopie tout cela.|Je vous embrasse.}

A {{proche} ne veut plus {se laver|manger|sortir}. Comment faites-vous ?|{proche} se fâche contre moi, et je sais bien que ce n'est pas contre moi.}
B {Je n'insiste pas, je propose autre chose et j'y reviens une heure après.|L'infirmière y arrive mieux que moi, j'ai fini par l'accepter.|C'est la maladie qui parle.}
C {En chantant, parfois, cela passe.|Tu fais de ton mieux, vraiment.}
A {J'ai chanté. Cela a marché.|Merci de me le rappeler.}
`,
);

export const cine = bank(
  'cine',
  {
    film: 'La Dernière Séance du lac|Le Boulanger de minuit|Les Vacances de Suzanne|Un train pour Odessa|Le Petit Horloger|Quatre sœurs en hiver',
    heure: 'vingt heures|dix-huit heures|quatorze heures trente',
  },
  `
A Vendredi, {heure} : « {film} ». {Qui vient ?|On se retrouve devant le guichet.}
B {Moi, rang du milieu.|J'y serai, j'ai déjà mon billet.}
C {Pas cette fois, racontez-moi.|Gardez-moi une place au bord.}

A {Qu'avez-vous pensé de « {film} » ?|« {film} » : j'ai aimé la lumière, moins l'histoire.}
B {La musique m'a emporté<|e>.|Un peu long, mais quelle actrice.}
C {J'ai dormi dix minutes, je l'avoue.|La fin m'a cueilli<|e>.}
A {C'étaient peut-être les dix plus belles.|On en parle autour d'une soupe.}

A {Votre premier film au cinéma ?|Quel film reverriez-vous demain ?}
B {Un dessin animé, j'ai pleuré pour la biche.|Un film de cape et d'épée, avec mon père.}
C {Une comédie muette, au patronage.|Celui que nous avons vu à vingt ans, la main dans la main.}

A {La salle a de nouveaux fauteuils.|Y a-t-il une boucle pour les appareils auditifs ?|La séance sous-titrée est à {heure}.}
B {Oui, demandez à la caisse.|Merci, c'est précieux de le savoir.}

A Choix du mois prochain : « {film} » ou « {film2} » ?
B {« {film} ».|Le plus gai des deux.}
C {« {film2} », sans hésiter.|Comme vous voudrez, je viens pour la soupe.}
A {Va pour « {film2} ».|Pile ou face, alors.}

A {« {film} » repasse en version restaurée.|La médiathèque prête « {film} ».}
B {Je l'avais vu à sa sortie, avec ma sœur.|Bonne nouvelle, je l'avais manqué.}
C {On y va ensemble ?|Moi, je préfère la grande salle.}

A {Préférez-vous la version d'origine ou la version française ?|Pop-corn ou pas pop-corn ? À {heure}, la salle en sentait à plein nez.}
B {Les deux se défendent.|Une pastille à la menthe, et encore.|Cela dépend de mes lunettes.}
C {Je n'ai pas d'avis, j'ai pris ma tisane.|Je suis de votre avis.}

A {La soupe de vendredi était excellente, merci à notre hôte.|Qui reçoit pour la soupe vendredi ?}
B {Chez moi, au {deuxième|troisième} sans ascenseur.|C'était la recette de ma tante.}
C {J'apporte le pain et le fromage.|Je monterai doucement.}
`,
);

export const aquarelle = bank(
  'aquarelle',
  {},
  `
O Bonjour, je viens d'ouvrir ce salon pour ceux qui débutent l'aquarelle, comme moi. On y montrera ses essais, ses taches et ses petites victoires.
B Quelle bonne idée ! J'ai une boîte de douze godets et aucune technique, je m'installe au premier rang.
C Bienvenue à nous, alors. Mon premier ciel ressemble à une flaque, mais je l'aime bien.
`,
);
