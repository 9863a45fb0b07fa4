/** Settings, courses, certificates and the desks of authors and team, in every state that looks different. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import { FINISHED, type Furnished, PAUSED } from './furnished';
import { at, refused, type Shot } from './shot';

const FOLLOWED = 'bouger-a-son-allure';
const NOT_BEGUN = 'papiers-en-ordre-esprit-tranquille';
const SCREENS = 'a-l-aise-avec-ses-ecrans';

const course = (cours: string) => href('course', { cours });
const lesson = (cours: string, numero: number) => href('lesson', { cours, numero });
type Row = readonly [name: string, shot: Shot];
const of = (who: Shot['who'], rows: Readonly<Record<string, string | Shot['open']>>): Row[] =>
  Object.entries(rows).map(([name, open]) => [name, { who, open: typeof open === 'string' ? at(open) : open }]);

export const MEMBER_PAGES: readonly Row[] = [
  ...of('monique', {
    settings: href('settings'),
    'settings-display': href('displaySettings'),
    'settings-presence': href('presenceSettings'),
    'settings-address': href('emailSettings'),
    'settings-password': href('password'),
    'settings-password-refused': (page) => refused(page, href('password')),
    'settings-devices': href('devices'),
    'settings-accounts': href('linkedAccounts'),
    'settings-session-transfer': href('sessionTransfer'),
    'settings-session-transfer-code': (page) => shown(page, href('sessionTransfer')),
    'settings-card': (page) => shown(page, href('accessCard')),
  }),
  ...of('gerard', {
    proof: async (page, site) => {
      await site.forgetProof('gerard@exemple.fr');
      await page.goto(href('proof', {}, { retour: href('accessCard') }));
    },
    'courses-free': href('courses'),
    'course-left': course(PAUSED),
    'lesson-not-paid': lesson(FOLLOWED, 4),
    'my-courses-left': href('myCourses'),
  }),
  ...of('stranger', {
    courses: href('courses'),
    course: course(FOLLOWED),
    lesson: lesson(SCREENS, 1),
    'lesson-signed-out-closed': lesson(FOLLOWED, 3),
    certificate: (page, { certificate }) => page.goto(href('certificate', { attestation: certificate })),
    'certificate-withdrawn': (page, { withdrawn }) => page.goto(href('certificate', { attestation: withdrawn })),
    'certificate-none': href('certificate', { attestation: '00000000-0000-4000-8000-000000000000' }),
    unsubscribing: (page, site) => page.goto(site.unsubscribing),
    unsubscribed: (page, site) => page.goto(site.unsubscribed),
  }),
  ...of('fatima', {
    'courses-premium': href('courses'),
    'course-not-begun': course(NOT_BEGUN),
    'course-followed': course(FOLLOWED),
    'course-paused': course(PAUSED),
    'course-finished': course(FINISHED),
    'course-leave': href('leaveCourse', { cours: FOLLOWED }),
    'lesson-film': film,
    'lesson-going-on': href('lesson', { cours: FOLLOWED, numero: 1 }, { place: 40 }),
    'lesson-place-refused': placeRefused,
    'lesson-text': lesson(FINISHED, 1),
    'lesson-note-refused': noteRefused,
    'lesson-later': lesson(FOLLOWED, 8),
    'lesson-paused': lesson(PAUSED, 4),
    'lesson-not-begun': lesson(NOT_BEGUN, 2),
    'my-courses': href('myCourses'),
    'certificate-own': (page, { certificate }) => page.goto(href('certificate', { attestation: certificate })),
  }),
  ...of('lucie', { 'my-courses-none': href('myCourses'), 'settings-mail': href('mailSettings') }),
  ...of('admin', {
    'lesson-elsewhere': (page, site) => page.goto(site.filmElsewhere),
    'certificate-withdraw': (page, { certificate }) =>
      page.goto(href('revokeCertificate', { attestation: certificate })),
    'desk-courses': href('deskCourses'),
    'desk-course': draft('deskCourse'),
    'desk-course-published': async (page) => {
      await page.goto(href('deskCourses'));
      await page.click('.pupitre a');
    },
    'desk-sheet': draft('editCourse'),
    'desk-sheet-new-refused': (page) => refused(page, href('newCourse')),
    'desk-opening': draft('openCourseFor'),
    'desk-lesson-new': draft('newLesson'),
    'desk-lesson': ofDraft('editLesson'),
    'desk-lesson-refused': lessonRefused,
    'desk-lesson-retire': ofDraft('retireLesson'),
    'desk-preview': preview,
  }),
];

function draft(place: 'deskCourse' | 'editCourse' | 'openCourseFor' | 'newLesson'): Shot['open'] {
  return (page, site) => page.goto(href(place, { cours: site.draft }));
}

function ofDraft(place: 'editLesson' | 'retireLesson'): Shot['open'] {
  return (page, site) => page.goto(href(place, { cours: site.draft, lecon: site.draftLesson }));
}

/** A secret that is shown once, and to this browser again as long as it lasts. */
async function shown(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if ((await page.locator('.qr').count()) === 0) await page.click('main form button');
  await page.locator('.qr').waitFor();
}

/** In the middle of a sentence, with its captions. */
async function film(page: Page): Promise<void> {
  await page.goto(lesson(FOLLOWED, 1));
  await page.evaluate(async () => {
    const video = document.querySelector('video');
    const track = video?.textTracks[0];
    if (!video || !track) throw new Error('a lesson without its film');
    track.mode = 'showing';
    const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    video.currentTime = 14;
    await seeked;
  });
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video?.readyState === 4 && (video.textTracks[0]?.activeCues?.length ?? 0) > 0;
  });
}

async function placeRefused(page: Page): Promise<void> {
  await page.goto(lesson(FOLLOWED, 1));
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('.marquer');
    const field = form?.querySelector<HTMLInputElement>('#champ-place_minutes');
    if (field) field.value = 'dix';
    form?.submit();
  });
  await page.locator('.marquer .faute').first().waitFor({ state: 'attached' });
  // Only a reader without scripts comes here.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('.repli.sans-script')?.style.setProperty('display', 'block'),
  );
}

async function noteRefused(page: Page): Promise<void> {
  await page.goto(lesson(FINISHED, 1));
  await page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#champ-note');
    if (!field) return;
    field.removeAttribute('maxlength');
    field.value = 'Une note qui n’en finit pas. '.repeat(400);
    field.form?.submit();
  });
  await page.locator('.faute').first().waitFor();
}

async function lessonRefused(page: Page, site: Furnished): Promise<void> {
  await ofDraft('editLesson')(page, site);
  await page.fill('#champ-titre', 'a');
  await page.fill('#champ-minutes', 'un quart d’heure');
  await page.evaluate(() => document.querySelector<HTMLFormElement>('main form')?.submit());
  await page.locator('.faute').first().waitFor();
}

async function preview(page: Page, site: Furnished): Promise<void> {
  await ofDraft('editLesson')(page, site);
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('button[formaction]');
    button?.removeAttribute('formtarget');
    button?.click();
  });
  await page.waitForURL(href('lessonPreview'));
}
