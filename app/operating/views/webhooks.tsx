import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { momentInWords, plural } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { DeliveryLine, WebhookLine } from '../queries/webhooks';
import { DELIVERIES_KEPT_DAYS, DELIVERY_FAULTS, EVENTS, OFF_AFTER_DAYS, type WebhookAct } from '../rules/webhooks';

export type WebhooksPageProps = {
  readonly webhooks: readonly WebhookLine[];
  readonly deliveries: readonly DeliveryLine[];
  readonly typed: { readonly address: string; readonly events: readonly string[] };
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** Z03. */
export function WebhooksPage({ webhooks, deliveries, typed, errors, now }: WebhooksPageProps) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Outils prévenus" />
      <div className="pile">
        <h1>Outils prévenus</h1>
        <p className="chapeau">
          Le site peut prévenir d’autres outils de ce qui s’y passe. Il leur dit des numéros de membres et de salons,
          jamais un nom, une adresse ni un message.
        </p>
        <ErrorSummary errors={errors} />
      </div>
      {webhooks.map((webhook) => (
        <Receiver key={webhook.id} webhook={webhook} now={now} />
      ))}
      <section className="suite" aria-labelledby="ajouter">
        <h2 id="ajouter">Prévenir un outil</h2>
        <form method="post" noValidate action={href('webhooks')}>
          <Field
            name="adresse"
            label="Adresse de l’outil"
            hint="Elle commence par https:// et reçoit chaque événement par POST."
            value={typed.address}
            error={errors.adresse}
            type="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={500}
            required
          />
          <fieldset className="choix colonne" aria-describedby={errors.evenements && 'faute-evenements'}>
            <legend>Événements</legend>
            {errors.evenements && (
              <p className="faute" id="faute-evenements">
                {errors.evenements}
              </p>
            )}
            <div>
              {Object.entries(EVENTS).map(([name, words], at) => (
                <EventBox key={name} name={name} words={words} first={at === 0} checked={typed.events.includes(name)} />
              ))}
            </div>
          </fieldset>
          <Button kind="principal">Prévenir cet outil</Button>
        </form>
      </section>
      {deliveries.length > 0 && <Deliveries deliveries={deliveries} now={now} />}
    </>
  );
}

type EventBoxProps = {
  readonly name: string;
  readonly words: string;
  readonly first: boolean;
  readonly checked: boolean;
};

function EventBox({ name, words, first, checked }: EventBoxProps) {
  const id = first ? 'champ-evenements' : `champ-evenements-${name.replace('.', '-')}`;
  return (
    <div className="option">
      <input type="checkbox" id={id} name="evenements" value={name} defaultChecked={checked} />
      <label htmlFor={id}>{words}</label>
    </div>
  );
}

const OFF_REASONS: Readonly<Record<string, string>> = {
  team: 'Arrêté par l’équipe',
  gone: 'Arrêté : l’outil ne veut plus rien recevoir',
  failing: `Arrêté : aucune réponse depuis ${plural(OFF_AFTER_DAYS, 'jour', 'jours')}`,
};

function Receiver({ webhook, now }: { readonly webhook: WebhookLine; readonly now: Date }) {
  const { id, address, events, secret, failingSince, offAt, offReason } = webhook;
  const { host } = new URL(address);
  return (
    <section className="suite" aria-labelledby={`outil-${id}`}>
      <h2 id={`outil-${id}`}>{host}</h2>
      <p>
        {offAt ? (
          <strong>{OFF_REASONS[offReason ?? 'team']}.</strong>
        ) : failingSince ? (
          <strong>Ne répond pas depuis {momentInWords(failingSince, now)}.</strong>
        ) : (
          'En service.'
        )}{' '}
        {events.map((name) => EVENTS[name as keyof typeof EVENTS] ?? name).join(' · ')}
      </p>
      <details>
        <summary>Adresse et secret</summary>
        <p>
          <code>{address}</code>
        </p>
        <p>
          Chaque envoi est signé (Standard Webhooks) avec ce secret, que l’outil doit connaître : <code>{secret}</code>
        </p>
      </details>
      <form method="post" noValidate action={href('webhook', { webhook: id })} className="boutons">
        <Act act="essayer" host={host}>
          Essayer
        </Act>
        {offAt ? (
          <Act act="reprendre" host={host}>
            Reprendre
          </Act>
        ) : (
          <Act act="arreter" host={host}>
            Arrêter
          </Act>
        )}
        <Act act="retirer" host={host}>
          Retirer
        </Act>
      </form>
    </section>
  );
}

type ActProps = { readonly act: WebhookAct; readonly host: string; readonly children: string };

function Act({ act, host, children }: ActProps) {
  return (
    <button type="submit" name="action" value={act} className="bouton second">
      {children}
      <span className="hors-vue"> {host}</span>
    </button>
  );
}

const STATES: Readonly<Record<string, string>> = { waiting: 'attend', taken: 'pris', failed: 'abandonné' };

function Deliveries({ deliveries, now }: Pick<WebhooksPageProps, 'deliveries' | 'now'>) {
  return (
    <section className="suite" aria-labelledby="envois">
      <h2 id="envois">Envois</h2>
      <p>Les derniers, sur {plural(DELIVERIES_KEPT_DAYS, 'jour', 'jours')} au plus.</p>
      <Table
        caption="Les plus récents d’abord"
        columns={[
          { title: 'Événement', cell: ({ event }: DeliveryLine) => EVENTS[event as keyof typeof EVENTS] ?? 'Essai' },
          { title: 'Outil', cell: ({ address }) => new URL(address).host },
          { title: 'Quand', cell: ({ createdAt }) => momentInWords(createdAt, now) },
          {
            title: 'État',
            cell: ({ state }) => (state === 'failed' ? <strong>{STATES[state]}</strong> : STATES[state]),
          },
          { title: 'Réponse', cell: answerOf },
          { title: 'Tentatives', cell: ({ attempts }) => attempts },
        ]}
        rows={deliveries}
      />
    </section>
  );
}

function answerOf({ status, fault }: DeliveryLine): string {
  if (status !== null) return String(status);
  return fault ? DELIVERY_FAULTS[fault as keyof typeof DELIVERY_FAULTS] : 'aucune encore';
}
