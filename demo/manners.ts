import type { Dice } from './dice';

/** What people add around what they have to say: a greeting by the hour, a name, a farewell. */
export type Occasion = { opens: boolean; hour: number; me: string; to: string | null; familiar: boolean };

const salutes =
  /^(bonjour|bonsoir|coucou|bonne|café|joyeux|merci|meilleurs|bienvenue|recette|carnet|liste|fiche|un mot|petit|voilà|je me présente|belles?|tisane|extinction|compte rendu|souvenir|première phrase|ma recette|voici|entrée|devinette|premier|debout)/i;
/** Words that may follow « Monique, » in lower case: no proper name begins so. */
const small =
  /^(J'|Je |C'|Ce |Il |Elle |On |Chez |Pour |Moi|Nous |Vous |Tu |Le |La |Les |L'|Un |Une |Oui|Non|Pas |Avec |Si |Quel|Mon |Ma |Mes |Même |Merci|Bravo|Dans |Avez|Essayez|Essaie|Prenez|Demandez|Regardez|Votre |Vos |Ton |Ta |Deux |Trois |Des |Du |De |Cela |Ça |N')/;

export function withManners(text: string, occasion: Occasion, dice: Dice): string {
  const opening = salutes.test(text) ? '' : occasion.opens ? greeting(occasion, dice) : address(text, occasion, dice);
  const body = opening.endsWith(', ') ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return opening + body + farewell(text, occasion, dice);
}

function greeting({ hour, familiar }: Occasion, dice: Dice): string {
  if (!dice.chance(0.42)) return '';
  const word = hour >= 18 || hour < 4 ? 'Bonsoir' : 'Bonjour';
  const all = familiar
    ? [`${word} tout le monde ! `, `${word} les amis.\n`, `${word} à tous ! `, `${word} la compagnie. `, 'Coucou ! ']
    : [
        `${word} à tous. `,
        `${word} à toutes et à tous,\n`,
        `${word} !\n`,
        `${word} chers amis,\n`,
        `${word} à tous,\n`,
        `${word} mesdames, bonjour messieurs.\n`,
      ];
  return dice.pick(all.filter((one) => word === 'Bonjour' || !one.includes('messieurs')));
}

function address(text: string, { hour, to }: Occasion, dice: Dice): string {
  if (!to || text.includes(to) || !dice.chance(0.24)) return '';
  if (small.test(text) && dice.chance(0.7)) return `${to}, `;
  return dice.chance(0.5) ? `${hour >= 18 ? 'Bonsoir' : 'Bonjour'} ${to}.\n` : '';
}

function farewell(text: string, { opens, hour, me, familiar }: Occasion, dice: Dice): string {
  if (text.length < 35 || !dice.chance(opens ? 0.2 : 0.1)) return '';
  if (/(bonne|belle|douce|merci|à demain|à bientôt|bises|amitiés)[^.]*[.!]?$/i.test(text)) return '';
  const wish = hour >= 18 ? 'Bonne soirée' : 'Bonne journée';
  const ends = familiar
    ? [` ${wish} !`, ' Bises.', ' À bientôt !', ` Bises, ${me}`, ' Je vous embrasse.']
    : [` ${wish} à tous.`, ' Amicalement.', `\n${me}`, `\nAmicalement, ${me}`, ` ${wish}.`, ' Bien à vous.'];
  if (opens && text.endsWith('?')) ends.push(" Merci d'avance.", ' Merci de vos conseils.', " Merci d'avance !");
  return dice.pick(ends);
}
