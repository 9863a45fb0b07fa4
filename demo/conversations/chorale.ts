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

A {Je n'arrive pas à retenir {oeuvre}.|J'ai du mal avec les paroles : {oeuvre}.|Je m'essouffle au milieu des longues phrases.} {Comment faites-vous ?|Des astuces ?}
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

A {1=J'ai une partition en trop : {oeuvre}.|Qui a emprunté mon classeur {bleu|vert|rouge} ?|Le diapason du chef a disparu.}
B {1=Garde-la pour les nouveaux.|Il est dans mon sac, mille excuses.|Regarde sous le banc des {pupitre}.}
A {1=Bonne idée, je la mets dans l'armoire.|Ouf, merci. L'affaire est close.|Sous le banc, bien sûr...}

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
C {On approche du but.|Un concert de plus et c'est réglé.|Je fais {deux|trois|quatre} cakes pour la prochaine vente.}

A {Qui vient chanter au mariage de la fille d'{Hélène|Anne|Odile} {jour} ?|On nous demande pour {un baptême|un mariage|les vœux du maire} {jour}, {eglise}.} {{Deux|Trois|Quatre} chants, pas plus.|Il faut au moins {deux|trois} {pupitre}.}
B {Présent<|e>, avec mon plus beau foulard.|Je peux, à condition d'être {rentré<|e>|de retour} pour {midi|dix-huit heures}.|Je garde mes petits-enfants, ce sera sans moi.}
C {On chante quoi ? {oeuvre} ?|Je propose {oeuvre} pour la sortie.|Y a-t-il un piano sur place ?}
A {{oeuvre} et {oeuvre2}, nous les savons.|Pas de piano, je donnerai le ton au diapason.|Merci, nous serons {huit|neuf|onze|douze}.}

A {Le chef est souffrant, qui peut diriger {jour} ?|Pas de répétition {jour}, la salle est prise par {le don du sang|les élections|le loto}.}
B {Je peux faire travailler les {pupitre}, rien de plus.|Qu'il se soigne bien, embrassez-le pour nous.|On se retrouve chez moi, il y a {douze|dix|quatorze} chaises et un piano faux.}
C {Un piano faux, on ne sera pas dépaysés.|Bon rétablissement à lui.|J'apporte mes partitions, {oeuvre} surtout.}
A {Merci {B}, {dix-neuf heures|dix-huit heures trente} chez toi.|Je fais passer le mot à tous.|C'est noté, merci pour lui.}

A {J'ai chanté {oeuvre} à {ma mère|mon père|ma tante}, {quatre-vingt-douze|quatre-vingt-quinze|quatre-vingt-neuf} ans, qui ne parle presque plus. Et les paroles sont revenues, toutes.|Ma petite-fille de {4-7} ans fredonne {oeuvre} dans son bain. La relève est là.}
B {C'est pour cela qu'on chante.|J'en ai le cœur serré, et heureux.|Rien ne se perd, tu vois.}
C {Merci de nous l'avoir raconté, {A}.|Nous irons lui chanter tous ensemble, si tu veux.|On devrait l'écrire au chef.}
A {Avec joie, un {jour} après-midi.|J'en tremble encore.|Je vous embrasse tous.}

A {Quel chant ajouterais-tu au programme {de printemps|d'hiver|de l'été} ?|On cherche un chant pour finir le concert. {Quelque chose de gai.|Pas trop difficile pour les {pupitre}.}}
B {Un chant {basque|corse|breton|occitan|provençal}, c'est toujours beau à plusieurs voix.|{oeuvre}, le public adore.|Une chanson que la salle connaît, qu'elle puisse chanter avec nous.}
C {D'accord avec {B}.|Je préfère finir doucement, avec {oeuvre2}.|Et un rappel tout prêt, on ne sait jamais !}
A {Je propose les deux au chef {jour}.|Un rappel, quelle confiance !|Adopté si tout le monde l'apprend par cœur.}

A {Compte rendu de l'assemblée : {24-41} présents, comptes {à l'équilibre|en léger mieux}, cotisation {inchangée|à {25|30|35} euros}.|L'assemblée de la chorale est {jour} à {dix-huit|dix-neuf} heures, suivie d'un repas partagé.}
B {Merci au trésorier, qui compte mieux que les {pupitre}.|J'apporte une quiche.|Je donne mon pouvoir à {C}.}
C {Qui se présente au bureau ?|Et moi un {gâteau|flan|clafoutis}.|Entendu.}

A {Trac : {concert|solo} {jour} et je ne mange plus.|J'ai un petit solo dans {oeuvre}, {quatre|six|huit} mesures. Je ne dors plus.}
B {Regarde la lampe du fond, pas les gens.|Trois grandes respirations, et tu te souviens que nous sommes derrière toi.|Pense au gâteau d'après.}
C {On t'a entendu<A:|e> répéter, c'est magnifique.|Si tu t'arrêtes, nous continuons, promis.|Le trac, c'est le respect du public, dit le chef.}
A {La lampe du fond, entendu.|Merci de me porter.|C'est passé ! Mes jambes tremblaient, pas ma voix.}

A {Avez-vous écouté {l'enregistrement du concert|les photos et le son du concert} ? C'est ici : https://exemple.fr/chorale/ecoute-{11-97}|En ligne, {oeuvre} en entier : https://exemple.fr/chorale/ecoute-{11-97}}
B {On entend bien les {pupitre}, trop bien même.|Je l'ai fait écouter à toute la famille.|Mesure {17-63}, qui tousse ?}
C {C'est moi qui tousse, pardon.|Quelle belle surprise de s'entendre ainsi.|On s'améliore d'année en année.}
`,
);
