/** Who else is told of events (Z03): what there is to tell, where it may go, and how often it is tried. Pure. */
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { fieldErrors, type Parsed, text } from '~/forms';

/** The last one comes from the button alone. */
export const EVENTS = {
  'member.created': 'Une personne s’inscrit',
  'member.deleted': 'Un compte est effacé',
  'subscription.changed': 'Une formule change',
  'salon.created': 'Un salon est créé',
  'salon.deleted': 'Un salon est supprimé',
  'course.started': 'Une personne commence un cours',
  'course.finished': 'Une personne finit un cours',
} as const;
export type EventName = keyof typeof EVENTS;
export const TEST_EVENT = 'webhook.test';

/** Seconds after the first, second … try that failed; after the last one the delivery is given up (Standard Webhooks). */
export const RETRIES = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Days without one answer, after which nothing more is sent there. */
export const OFF_AFTER_DAYS = 5;
/** Days that the list of deliveries goes back. */
export const DELIVERIES_KEPT_DAYS = 30;
/** Receivers of one site. */
export const WEBHOOKS_MAX = 10;
/** ms for everything: looking up the name, connecting, answering. */
export const RECEIVER_ANSWERS_WITHIN = 10_000;
/** Bytes of an answer that are read; whoever sends more is cut off. */
export const ANSWER_MAX = 64 * 1024;

/** Why there was no answer. */
export const DELIVERY_FAULTS = {
  private: 'adresse privée',
  unknown: 'nom inconnu',
  late: 'pas de réponse à temps',
  refused: 'connexion refusée',
  large: 'réponse trop longue',
} as const;
export type DeliveryFault = keyof typeof DELIVERY_FAULTS;

export type Verdict = 'taken' | 'gone' | 'again';

/** A redirect is not followed: it could lead to where nobody may look. 410: nothing more is wanted there. */
export function verdictOf(status: number | null): Verdict {
  if (status === 410) return 'gone';
  return status !== null && status >= 200 && status < 300 ? 'taken' : 'again';
}

/** Anybody's on the Internet: not this machine, not its network, not the cloud's own addresses. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

const ADDRESS_EXPECTED =
  'Une adresse qui commence par https:// est attendue, par exemple https://outil.exemple.fr/aurora.';
const PRIVATE = 'Cette adresse est privée : seule une adresse que tout Internet atteint peut être prévenue.';

const address = text(500)
  .transform((value) => value.trim())
  .superRefine((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url?.protocol !== 'https:' || url.username || url.password || url.hash || !url.hostname.includes('.')) {
      if (url?.protocol !== 'https:' || !url.hostname.startsWith('[')) return context.addIssue(ADDRESS_EXPECTED);
    }
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    if (/(^|\.)(localhost|local|internal|home\.arpa)$/i.test(host) || (ipaddr.isValid(host) && !isPublicAddress(host)))
      context.addIssue(PRIVATE);
  });

const names = Object.keys(EVENTS) as EventName[];
const webhookForm = z.object({
  adresse: address,
  evenements: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z
      .array(z.enum(names, 'Cet événement n’existe pas.'))
      .max(20)
      .transform((chosen) => [...new Set(chosen)])
      .refine((chosen) => chosen.length > 0, 'Choisissez au moins un événement.'),
  ),
});

export type NewWebhook = { readonly address: string; readonly events: readonly EventName[] };

export function parseWebhook(form: unknown): Parsed<NewWebhook> {
  const parsed = webhookForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { address: parsed.data.adresse, events: parsed.data.evenements } };
}

const ACTS = ['essayer', 'arreter', 'reprendre', 'retirer'] as const;
export type WebhookAct = (typeof ACTS)[number];
export const parseWebhookAct = (given: unknown): WebhookAct | null => ACTS.find((act) => act === given) ?? null;
export const parseWebhookId = (given: unknown): string | null => z.uuid().safeParse(given).data ?? null;
