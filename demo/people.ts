/** First name and family name; invented, like everything they say. */
export const women = `
Jeanne Marchand, Sylvie Castagnet, Annick Le Bihan, Colette Fabre, Martine Rivoire, Brigitte Lacombe-Roy, Danielle Verdier,
Françoise Maillet, Nicole Perrot, Josiane Boutin, Chantal Delmas, Christiane Lebreton, Odile Garnier, Geneviève Hamon,
Mireille Cazal, Yvette Poulain, Simone Carpentier, Denise Aubry, Paulette Guichard, Lucienne Moreau, Thérèse Blandin,
Huguette Sorel, Ginette Rouvière, Marie-Claude Tessier, Marie-Paule Kermarec, Anne-Marie Vasseur, Évelyne Bouchet,
Élisabeth Charpin, Hélène Maurin, Béatrice Lemaître, Véronique Pasquier, Dominique Salvat, Catherine Noblet, Isabelle Fontanel,
Nadia Cherif, Zohra Mansouri, Leïla Haddad, Rosa Fernandes, Maria Teixeira, Carmen Ortega, Lucia Bellini, Irène Kowalska,
Thanh Nguyen, Aïssatou Diop, Mariam Traoré, Josette Pelletier, Arlette Gomez, Maryse Lagarde, Régine Duval, Claudine Prévost,
Bernadette Humbert, Solange Picard, Noëlle Jacquin, Edith Baumann, Monika Schreiber, Ghislaine Renaudin, Liliane Astier,
Michèle Coulon, Roselyne Barreau, Patricia Jourdan, Corinne Lesage, Agnès Thibault, Florence Bessière, Laurence Mercadier,
Pascale Gauthier, Annie Rossignol, Joëlle Villard, Andrée Ménard, Raymonde Pichon, Marguerite Oudin, Suzanne Cordier,
Viviane Plantier, Jacqueline Ferrière, Nathalie Guérin-Blot, Sabine Ollivier, Armelle Quéré, Soizic Prigent, Élodie Marchetti`;

export const men = `
Jean-Pierre Aubert, Michel Roussel, Bernard Gilles-Petit, Alain Chevrier, Daniel Fouquet, Claude Ternier, Jacques Bonnard,
Roger Lafitte, Robert Vincenot, Marcel Dutilleul, Henri Gaubert, Louis Rambaud, Raymond Escande, Georges Piquet, André Soulier,
Lucien Charrier, Maurice Lebrun, Yves Le Corre, Hervé Madec, Loïc Tanguy, Patrick Bastien, Philippe Moulinier, Christian Barthe,
Serge Antoniotti, Guy Lamarque, Gilbert Pons, Francis Colinet, Didier Chauvin, Thierry Marsal, Pascal Bernier, Bruno Delorme,
Olivier Grandin, Étienne Valois, Rémi Courtois, Joseph Abadie, Ahmed Belkacem, Mohamed Saïdi, Rachid Amrani, Karim Ziani,
Antonio Pereira, Manuel Da Costa, Giovanni Ricci, Stanislas Nowak, Minh Tran, Ousmane Ndiaye, Amadou Keita, Paul Fontaine,
Pierre Laborde, Jean Cassin-Ruel, René Gaillard, Fernand Buisson-Roux, Edmond Toussaint, Émile Jacquot, Léon Baptiste,
Albert Schmitt, Armand Weber, Jean-Claude Morvan, Jean-Luc Besnard, Jean-Marie Poirier, Jean-Paul Granger, Gabriel Sabatier,
Norbert Vidalenc, Régis Chapuis, Xavier Montagne, Dominique Treille, Laurent Pages, Denis Corbin, Benoît Larivière`;
