/** Somebody seen from the side who sits, leans and stands: joints from angles, so that limbs keep their length. */
import { animate, disc, INK, LINEN, limbs, ROSE, shape, stroke, transform, VIOLET } from './drawing';

/** Angles in degrees from the vertical, leaning forward counted as more; `heel` is where the ankle stands. */
export type Pose = {
  readonly heel: number;
  readonly shin: number;
  readonly thigh: number;
  readonly trunk: number;
  readonly neck: number;
};
/** Hands crossed on the chest, flat on the thighs, or one on a table in front. */
export type Arms = 'crossed' | 'thighs' | 'table';

export const SEATED: Pose = { heel: 398, shin: -6, thigh: -90, trunk: -6, neck: 0 };
export const AT_THE_EDGE: Pose = { heel: 446, shin: -6, thigh: -90, trunk: 2, neck: 4 };
export const FEET_BACK: Pose = { heel: 384, shin: 17, thigh: -90, trunk: 2, neck: 4 };
export const LEANING: Pose = { heel: 384, shin: 18, thigh: -90, trunk: 37, neck: 24 };
export const HALF_WAY: Pose = { heel: 384, shin: 19, thigh: -44, trunk: 38, neck: 22 };
export const STANDING: Pose = { heel: 384, shin: 2, thigh: -2, trunk: 1, neck: 4 };

const FLOOR = 540;
const COLOURS = { skin: '#c98f68', hair: '#ece7ef', trousers: '#4a3a63', top: ROSE, shoe: VIOLET };
/** Where the middle of the head is, for what hangs on it: a line from the nose, a breath. */
export const headOf = (pose: Pose): Point => joints(pose, 'crossed').head;

/** Between two poses, so that a straight interpolation of points does not shorten a limb. */
const STEPS = 8;

type Point = readonly [number, number];
const from = ([x, y]: Point, degrees: number, length: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [x + Math.sin(angle) * length, y - Math.cos(angle) * length];
};
const beyond = ([x, y]: Point, [toX, toY]: Point, more: number): Point => {
  const part = 1 + more / Math.hypot(toX - x, toY - y);
  return [x + (toX - x) * part, y + (toY - y) * part];
};
const path = (...points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

function joints(pose: Pose, arms: Arms) {
  const ankle: Point = [pose.heel, FLOOR - 28];
  const knee = from(ankle, pose.shin, 130);
  const hip = from(knee, pose.thigh, 130);
  const shoulder = from(hip, pose.trunk, 146);
  const head = from(shoulder, pose.neck, 92);
  const elbow =
    arms === 'crossed'
      ? from(shoulder, pose.trunk + 158, 80)
      : arms === 'thighs'
        ? from(shoulder, 170, 84)
        : from(shoulder, 120, 84);
  const wrist: Point =
    arms === 'crossed'
      ? from(elbow, pose.trunk + 22, 58)
      : arms === 'thighs'
        ? from(from(knee, pose.thigh, 34), 0, 30)
        : [shoulder[0] + 150, 330];
  return { ankle, knee, hip, shoulder, head, elbow, wrist };
}

/** The person, going through `poses` at `times` (seconds). One pose alone stays still. */
export function person(poses: readonly Pose[], times: readonly number[], arms: Arms = 'crossed'): string {
  const track = timeline(poses, times);
  const body = track.poses.map((pose) => joints(pose, arms));
  const moving = (points: (joint: ReturnType<typeof joints>) => string) => {
    const all = body.map(points);
    return { d: all[0] ?? '', moving: all.length > 1 ? animate('d', track.times, all) : '' };
  };
  const leg = moving(({ ankle, knee, hip }) => path(ankle, knee, hip));
  const shoe = moving(({ ankle: [x] }) => path([x - 8, FLOOR - 20], [x + 56, FLOOR - 20]));
  const trunk = moving(({ hip, shoulder }) => path([hip[0], hip[1] - 8], shoulder));
  const neck = moving(({ shoulder, head }) => path(shoulder, head));
  const arm = moving(({ shoulder, elbow, wrist }) => path(shoulder, elbow, wrist));
  const palm = moving(({ elbow, wrist }) => path(wrist, beyond(elbow, wrist, 20)));
  return [
    limbs([{ ...neck, width: 40 }], COLOURS.skin),
    limbs([{ ...shoe, width: 36 }], COLOURS.shoe),
    limbs([{ ...leg, width: 54 }], COLOURS.trousers),
    limbs([{ ...trunk, width: 84 }], COLOURS.top),
    head(
      track.poses,
      body.map((joint) => joint.head),
      track.times,
    ),
    limbs([{ ...palm, width: 34 }], COLOURS.skin),
    limbs([{ ...arm, width: 38 }], COLOURS.top),
  ].join('');
}

function timeline(poses: readonly Pose[], times: readonly number[]) {
  const ease = (part: number) => part * part * (3 - 2 * part);
  const between = (one: Pose, other: Pose, part: number): Pose => {
    const mix = (key: keyof Pose) => one[key] + (other[key] - one[key]) * ease(part);
    return { heel: mix('heel'), shin: mix('shin'), thigh: mix('thigh'), trunk: mix('trunk'), neck: mix('neck') };
  };
  const track: { poses: Pose[]; times: number[] } = { poses: poses.slice(0, 1), times: [times[0] ?? 0] };
  poses.slice(1).forEach((pose, index) => {
    const before = poses[index] ?? pose;
    const [start = 0, end = 0] = [times[index], times[index + 1]];
    for (let step = 1; step <= STEPS; step += 1) {
      track.poses.push(between(before, pose, step / STEPS));
      track.times.push(start + ((end - start) * step) / STEPS);
    }
  });
  return track;
}

function head(poses: readonly Pose[], places: readonly Point[], times: readonly number[]): string {
  const spots = places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  const turns = poses.map((pose) => (pose.neck * 0.7).toFixed(1));
  const face = [
    disc(-44, 6, 22, COLOURS.hair),
    disc(0, 0, 50, COLOURS.skin),
    shape('M-44 26C-66 -22 -34 -64 12 -56C38 -52 50 -34 46 -24C22 -28 4 -24 -4 -6C-8 10 -20 26 -44 26Z', COLOURS.hair),
    stroke('M49 -6q14 12 -1 18', INK),
    stroke('M24 26q10 6 18 0', INK),
    `<circle cx="30" cy="-4" r="5" fill="${INK}"/>`,
  ].join('');
  const many = times.length > 1;
  return `<g transform="translate(${spots[0]})">${many ? transform('translate', times, spots) : ''}<g transform="rotate(${turns[0]})">${many ? transform('rotate', times, turns) : ''}${face}</g></g>`;
}

/** A kitchen chair of wood, its back to the wall. */
export function chair(): string {
  const wood = '#c98a3c';
  return `${limbs(
    [
      { d: 'M196 410L190 534', width: 18 },
      { d: 'M330 420L336 534', width: 18 },
    ],
    wood,
  )}${limbs([{ d: 'M192 410L184 238', width: 20 }], wood)}${limbs([{ d: 'M196 426L332 426', width: 26 }], wood)}`;
}

/** The floor and the wall the chair leans on. */
export const room = (): string =>
  `<path d="M40 40H160V${FLOOR}H40z" fill="${LINEN}"/>${stroke(`M160 40V${FLOOR}`, '#a99bb5', 5)}${stroke(`M40 ${FLOOR}H580`, INK, 6)}`;
