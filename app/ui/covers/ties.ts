/** « Les liens et la famille »: two who meet on a bridge between two houses. */
import { area, DARK, DAWN, FAR, fading, glints, LAMP, line, MIDDLE, NEAR, sky, sun, veil } from '~/ui/covers/light';
import { circle, type PlainShape } from '~/ui/drawing/shapes';

export const ties: readonly PlainShape[] = [
  sky(...DAWN),
  veil('M-10 10C90 60 150 16 240 50S400 20 490 56V120C400 92 320 140 240 112S90 130-10 90z'),
  ...sun(240, 164, 40),
  area('M0 196c50-40 100-52 160-34 50 14 110 14 160 0 60-18 110-6 160 34v40H0z', FAR),
  area('M0 212c40-30 92-36 140-8l20 18H0zM480 212c-40-30-92-36-140-8l-20 18h160z', MIDDLE),
  area('M0 216h480v104H0z', fading(216, 320, '#f0b6a6', '#b57bb0', '#6f4a8b')),
  ...glints(240, 226, [64, 92, 72, 52, 30]),
  area('M0 196c50-16 90-10 128 30 14 16 10 44-24 60-30 12-70 18-104 18z', NEAR),
  area('M480 196c-50-16-90-10-128 30-14 16-10 44 24 60 30 12 70 18 104 18z', NEAR),
  area('M60 222Q240 126 420 222V252H384Q340 192 240 190 140 192 96 252H60z', DARK),
  area('M0 250c34-10 66-14 104-6l6 20c-20 20-60 34-110 42zM480 250c-34-10-66-14-104-6l-6 20c20 20 60 34 110 42z', DARK),
  ...house(18, 1),
  ...house(462, -1),
  ...person(226, 174, 1),
  ...person(254, 174, -1),
];

/** @param side 1: its chimney to the right */
function house(x: number, side: 1 | -1): PlainShape[] {
  const at = (dx: number) => x + side * dx;
  return [
    area(`M${at(0)} 232V184L${at(33)} 156 ${at(66)} 184V232zM${at(46)} 170V150H${at(56)}V176z`, DARK),
    area(`M${at(14)} 194H${at(26)}V208H${at(14)}zM${at(38)} 194H${at(50)}V208H${at(38)}z`, LAMP),
  ];
}

/** @param faces 1: to the right, with a hand held out */
function person(x: number, y: number, faces: 1 | -1): PlainShape[] {
  return [
    area(`M${x - 8} ${y}q1-26 8-32q7 6 8 32z`, DARK),
    line(`M${x + faces * 2} ${y - 24}L${x + faces * 13} ${y - 19}`, DARK, 4),
    area(circle(x, y - 38, 6.5), DARK),
  ];
}
