/** What both pages say in the same words. */
export const REACTIONS = {
  coeur: 'Cœur',
  bravo: 'Bravo',
  merci: 'Merci',
  sourire: 'Sourire',
  pouce: 'D’accord',
  triste: 'De tout cœur avec vous',
};

const hour = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
export const timeOf = (date) => hour.format(date);

export const initialsOf = (name) =>
  name
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0])
    .join('');

/** Reactions by word: « Cœur 3 : Monique, Jean, Odile ». */
export function reactionLines(reactions) {
  const names = new Map();
  for (const [emoji, name] of reactions ?? []) names.set(emoji, [...(names.get(emoji) ?? []), name]);
  return [...names].map(([emoji, people]) => `${REACTIONS[emoji]} ${people.length} : ${people.join(', ')}`);
}

/** Text and addresses in turn: every second part is an address. */
export const partsOf = (text) => text.split(/(https?:\/\/[^\s<>"]+)/);
