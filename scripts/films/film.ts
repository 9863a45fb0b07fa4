/** What a silent film of a lesson is made of: slides that are read, and drawings that move a little. */

export type Slide = {
  /** Long enough to read twice: about eight seconds. */
  readonly seconds: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** What the drawing shows, for the transcript: nobody should need the picture. */
  readonly image: string;
  /** SVG, 600 × 600, moving by SMIL alone: its clock can be set, so a film can be made again frame by frame. */
  readonly drawing: string;
};

export type Film = {
  /** The folder of the course in `db/courses`. */
  readonly course: string;
  /** The lesson's number, as in its `video:` line. */
  readonly number: string;
  readonly title: string;
  readonly slides: readonly Slide[];
};

export const lengthOf = (film: Film): number => film.slides.reduce((sum, slide) => sum + slide.seconds, 0);
