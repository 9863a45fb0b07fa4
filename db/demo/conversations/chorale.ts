import { bank } from '../grammar';

export const chorale = bank(
  'chorale',
  {
    pupitre: 'sopranos|altos|ténors|basses',
    oeuvre:
      "le Gloria|le canon à quatre voix|la berceuse|le chant de marins|le noël ancien|l'Ave verum|la valse|la chanson de Renaissance|le chœur des bergers|la sérénade",
    eglise:
      "l'église Saint-Martin|la chapelle du hameau|la salle des fêtes|l'abbatiale|la maison de retraite|le temple|le kiosque du parc|l'église Sainte-Anne",
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  },
  `
A Répétition {jour} à {dix-huit heures trente|dix-neuf heures|vingt heures}, nous reprenons {oeuvre} {à la mesure {12-64}|depuis le début|par pupitres}. {Apportez un crayon !|Les {pupitre} viennent une demi-heure avant, s'il vous plaît.|On finira par {oeuvre2}.}
B {J'y serai.|Je serai en retard d'un quart d'heure, le train.|Voix enrouée, je viens écouter et tourner les pages.}
C {Qui peut me prendre en voiture ?|J'apporte les tisanes.|Les {pupitre} seront là au complet, pour une fois !}
A {Merci, à {jour} donc.|Le complet des {pupitre}, on va l'encadrer.|Repose ta voix, {B}, on a besoin de toi.}

A {Belle répétition hier.|Quel plaisir, hier soir !} {{oeuvre} commence à vraiment sonner.|Le silence après {oeuvre}... j'en ai encore des frissons.|Les {pupitre} ont enfin trouvé la bonne note.}
B {Nous l'avions depuis le début, c'est le piano qui se trompait.|C'est vrai, on s'écoutait.|J'ai chanté dans la voiture jusqu'à la maison.}
C {Encore deux mesures à soigner, la {23|31|47|52} surtout.|On m'a demandé chez le boulanger si j'étais amoureu<x|se>.|Travaillons les fins de phrases.}
A {Exactement, les fins de phrases.|Tu m'as fait rire.|À la semaine prochaine, et buvez chaud.}

A Concert {jour} à {seize heures|dix-sept heures|vingt heures trente}, {eglise} : {oeuvre}, {oeuvre2} et {oeuvre3}. {Entrée libre.|Au profit de la restauration de l'orgue.|Venez nombreux, il y aura des chaises et du chauffage.}
B {J'amène toute la famille.|Noté, avec un coussin pour les bancs.|Je distribue les affiches chez les commerçants.}
C {En noir et avec l'écharpe de couleur ?|À quelle heure le raccord ?|J'ai mis l'annonce ici : https://exemple.fr/agenda/concert-{12-94}}
A {Oui, noir et écharpe.|Raccord une heure et demie avant.|Merci, quelle belle équipe.}

A {Le concert était magnifique, merci à tous.|Nous étions {80-230} dans la salle !} {Une dame est venue me dire qu'elle avait pleuré à {oeuvre}.|On nous a rappelés deux fois.|Même le chef souriait, c'est dire.}
B {J'ai vu mon petit-fils au premier rang, bouche bée.|Je n'ai pas senti le temps passer.|Et nous avons fini ensemble, un exploit !}
C {J'étais dans le public : c'était superbe, vraiment.|Les {pupitre} ont porté tout le monde.|La collecte a donné {180|240|315|420} euros pour l'orgue.}
D {Merci au chef, et aux mains froides de notre pianiste.|On recommence quand ?|J'ai encore {oeuvre} dans la tête.}

A {Je n'arrive pas à retenir {oeuvre}.|Le latin de {oeuvre} me donne du mal.|Je m'essouffle au milieu des longues phrases.} {Comment faites-vous ?|Des astuces ?}
B {Je l'écoute en cuisinant, dix fois, vingt fois.|Récitez le texte à voix haute, sans chanter, en marchant.|Respirez par le ventre, et volez une respiration quand les autres tiennent.}
C {J'ai enregistré ma voix toute seule, cela aide beaucoup. Je peux envoyer le fichier.|Écris la prononciation au crayon sous les mots.|Couchez-vous avec un livre sur le ventre, et faites-le monter.}
A {Le livre sur le ventre : <ma femme|mon mari> se pose des questions, mais cela marche.|Je veux bien le fichier, merci.|J'écoute en cuisinant, la soupe chante.}

A {Peut-on rejoindre une chorale sans lire la musique ?|Je chante juste mais je ne lis pas les notes. Est-ce gênant ?}
B {La moitié d'entre nous ne lit pas, on apprend à l'oreille.|Pas du tout ! Placez-vous près d'une voix sûre.|Venez essayer {jour}, le premier mois est libre.}
C {J'ai appris à {61-75} ans, avec des couleurs sur la partition.|On suit la courbe des notes, ça monte, ça descend.|Le sourire compte double.}
A {Vous me tentez. Je viens {jour}.|Me voilà rassuré<|e>.|Je me mettrai près de vous, {B}.}

A {Quelle est la chanson que chantait votre mère ?|Une chanson de votre enfance ?}
B {Une complainte de marin, avec {onze|quinze|dix-sept} couplets.|Une berceuse en {breton|italien|espagnol|polonais}, sans jamais la traduire.|Des airs d'opérette en repassant.}
C {Mon père sifflait, et tout l'escalier savait qu'il rentrait.|« À la claire fontaine », et je la chante encore aux petits.|La radio le dimanche, et toute la famille en canon.}
D {L'escalier qui sait... c'est une image superbe.|Il faudrait monter tout cela un jour en concert.|Vous me donnez la chair de poule.}
A {Un concert des chansons de nos mères : je le note pour {le printemps|l'an prochain}.|Merci à tous, que c'est beau.}

A {Qui connaît un bon {documentaire|enregistrement|livre} sur {la voix|les orgues de village|les chants de marins|la musique baroque} ?|J'ai écouté hier un {concert|chœur d'enfants|quatuor} {eglise}.}
B {À la médiathèque, il y a tout un rayon.|Oui, la radio en a passé un très beau {jour}.|Raconte, cela m'intéresse.}
A {Une heure hors du temps.|Merci, j'emprunte cela {jour}.|Je te prête le disque si tu veux.}

@9
A {Rentrée de la chorale {jour} : nouveau programme, {oeuvre} et {oeuvre2}.|On reprend {jour} ! Il nous manque des {pupitre}.}
B {Enfin ! L'été a été long.|J'amène une amie, elle chante dans sa cuisine, mais juste.|Des nouvelles partitions en grand format, s'il vous plaît.}
A {Grand format prévu, j'y ai pensé.|Toutes les cuisines sont les bienvenues.|Gâteau à la pause, comme toujours.}

@12
A {Chants de Noël {jour}, {eglise}.|Nous chantons à la maison de retraite {jour}, à quinze heures.} {Bonnets et bonne humeur.|Chocolat chaud ensuite.}
B {J'y serai, avec le triangle !|Qui peut porter le petit piano ?|On fera {oeuvre} ?}
C {Mon gendre porte le piano.|Oui, et tout le monde au refrain.}
A {Parfait, merci {C}.|C'est le plus beau concert de l'année.}

@6
A {Fête de la musique : nous chantons {au kiosque|sur les marches de la mairie|sous les halles} à {18-20} heures.|Dernière répétition avant l'été {jour}, suivie d'un pique-nique.}
B {J'apporte une salade et ma chaise.|Pourvu qu'il ne pleuve pas.|Et s'il pleut ?}
A {S'il pleut, {eglise}.|On chantera plus fort.|Nous aurons le temps que nous méritons !}

A {J'ai une partition de {oeuvre} en trop.|Qui a emprunté mon classeur {bleu|vert|rouge} ?|Le diapason du chef a disparu.}
B {Il est dans mon sac, mille excuses.|Garde-la pour les nouveaux.|Regarde sous le banc des {pupitre}.}
A {Retrouvé, merci.|Sous le banc, bien sûr...|L'affaire est close.}

A {Mal de gorge avant le concert de {jour}.|Plus de voix ce matin, un filet.} {Que prenez-vous ?|Je panique un peu.}
B {Le silence, du thym et du miel. Surtout le silence.|Une écharpe, de la vapeur, et pas de chuchotements, c'est pire que tout.}
C {Nous chanterons pour deux.|Si cela dure, demandez conseil à la pharmacie.|Ouvre la bouche en mesure, personne n'en saura rien.}
A {Silence complet, ma famille est aux anges.|La voix revient, tout doucement.|Merci, à {jour} quoi qu'il arrive.}

A {Pour la petite histoire : en {1962|1967|1971}, j'ai chanté {eglise} avec une chorale de {quarante|soixante} enfants. Le chef avait une baguette faite dans un manche de parapluie, et battait la mesure avec tant d'ardeur qu'un jour elle s'est envolée par-dessus les {pupitre} et s'est plantée dans le bouquet de l'autel. Personne n'a ri. On a tenu, les joues gonflées, jusqu'à la dernière note. Et là, au milieu du silence, monsieur le curé a dit : « Joli tir. » Je crois que je n'ai jamais autant ri de ma vie. Depuis, quand je chante {oeuvre}, je guette toujours le bouquet.}
B {« Joli tir » ! J'en pleure de rire.|Quelle histoire, merci.|Il faut la raconter au chef.}
C {Désormais je regarderai les bouquets.|Tu racontes comme tu chantes.|Le chef a ri si fort qu'il en a perdu ses lunettes.}

A {Un exercice d'échauffement à partager ?|Le chef nous a appris un exercice : {bourdonner lèvres fermées en montant|dire « mi-mé-ma-mo-mu » sur une note|bâiller en chantant|faire la sirène du grave à l'aigu}.}
B {Je le fais dans l'ascenseur.|Le chien s'en va dès que je commence.|Très efficace, surtout le matin.}
C {Dans la salle de bains, l'écho flatte.|Mes voisins connaissent tout le programme.}

A {Des nouvelles {de l'orgue|du piano|du chauffage de l'église} : {la réparation commence {jour}|le devis est accepté|il manque encore {300|450|800} euros}.}
B {Enfin !|Organisons une vente de gâteaux.|Merci de suivre cela.}
C {Je tiens le stand.|Je fais {deux|trois|quatre} cakes.|Un concert de plus et c'est réglé.}
`,
);
