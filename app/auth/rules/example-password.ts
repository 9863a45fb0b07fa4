/** It stands beside every field for a new password as an example, and is therefore refused as one. */
export const EXAMPLE = 'tilleul-valise-orage';
