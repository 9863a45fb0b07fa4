/** What a drawing is made of, whether it becomes an SVG, a picture or a PDF. Lengths in points; y grows downwards. */

export type Stop = { readonly at: number; readonly colour: string; readonly opacity: number };
export type Paint =
  | string
  | { readonly kind: 'linear'; readonly from: Point; readonly to: Point; readonly stops: readonly Stop[] }
  | { readonly kind: 'radial'; readonly centre: Point; readonly radius: number; readonly stops: readonly Stop[] };
type Point = readonly [x: number, y: number];

export type Face = 'text' | 'bold' | 'title';

/** Ends and corners of lines are round. */
export type PlainShape =
  | { readonly kind: 'area'; readonly d: string; readonly fill: Paint; readonly opacity?: number }
  | {
      readonly kind: 'line';
      readonly d: string;
      readonly colour: string;
      readonly width: number;
      readonly opacity: number;
    };

export type Words = {
  readonly kind: 'words';
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  /** The baseline's start, middle or end, as `align` says. */
  readonly at: Point;
  readonly align: 'left' | 'centre' | 'right';
  /** What it is for whoever hears a PDF read out. */
  readonly role: 'H1' | 'P';
};

/** A picture within the drawing: made smaller, and cut at a frame with round corners. */
export type Inset = {
  readonly kind: 'inset';
  readonly at: Point;
  readonly scale: number;
  /** A path in the picture's own measure. */
  readonly frame: string;
  readonly shapes: readonly PlainShape[];
};

export type Shape = PlainShape | Words | Inset;

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** In words, for those who do not see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
};

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

export function rounded(x: number, y: number, width: number, height: number, r: number): string {
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

export const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
