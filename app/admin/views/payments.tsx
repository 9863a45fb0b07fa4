import type { Double, Finding, Payment, ReviewedEvent } from '~/billing/queries/findings';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { momentInWords, ofBefore, plural, price } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { PaymentsOverview } from '../payments';

type PaymentsPageProps = PaymentsOverview & {
  readonly words: string;
  /** Whose refund is asked for, before it is done. */
  readonly asked: Payment | null;
  readonly isSetUp: boolean;
  readonly now: Date;
};

export function PaymentsPage(props: PaymentsPageProps) {
  const { findings, doubles, troubled, events, found, words, asked, isSetUp, now } = props;
  if (asked && isRefundable(asked)) return <RefundQuestion payment={asked} now={now} />;
  return (
    <div className="pile">
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Abonnements" />
      <h1>Abonnements</h1>
      {!isSetUp && (
        <Notice tone="info">
          <p>Le paiement n’est pas encore réglé sur ce site : il manque les clés de Stripe.</p>
        </Notice>
      )}
      <form method="get" noValidate action={href('payments')} className="suite">
        <Field
          name="q"
          label="Adresse d’un membre ou numéro de facture"
          hint="L’adresse entière, par exemple prenom.nom@exemple.fr."
          value={words}
          autoComplete="off"
          maxLength={254}
        />
        <Button kind="principal" icon="search">
          Chercher ses paiements
        </Button>
      </form>
      {words && <Payments title="Paiements trouvés" payments={found} now={now} />}
      <Findings findings={findings} now={now} />
      <Doubles doubles={doubles} />
      <Payments title="Contestés ou remboursés" payments={troubled} now={now} />
      <Events events={events} now={now} />
    </div>
  );
}

/** Of a payment that the bank disputes the money is at the bank already. */
const isRefundable = (payment: Payment) => payment.status === 'paid' && !payment.dispute && left(payment) > 0;

const left = ({ paidCents, refundedCents }: Payment) => paidCents - refundedCents;

function RefundQuestion({ payment, now }: { readonly payment: Payment; readonly now: Date }) {
  const { id, name, number, createdAt } = payment;
  return (
    <div className="etroit">
      <h1>Rembourser {price(left(payment))} ?</h1>
      <p>
        Facture {number ?? id} {name ? ofBefore(name) + name : 'd’un compte effacé'}, {momentInWords(createdAt, now)}.
        L’argent revient sur la carte en quelques jours. L’abonnement continue : il se résilie à part.
      </p>
      <form method="post" noValidate action={href('payments')} className="boutons">
        <input type="hidden" name="facture" value={id} />
        <Button kind="danger">Rembourser</Button>
        <LinkButton kind="second" href={href('payments')}>
          Ne rien rembourser
        </LinkButton>
      </form>
    </div>
  );
}

type PaymentsProps = { readonly title: string; readonly payments: readonly Payment[]; readonly now: Date };

function Payments({ title, payments, now }: PaymentsProps) {
  return (
    <section className="suite" aria-label={title}>
      <h2>{title}</h2>
      {payments.length === 0 ? (
        <p>Aucun.</p>
      ) : (
        <Table
          caption="Les plus récents d’abord"
          columns={[
            { title: 'Facture', cell: (each: Payment) => each.number ?? each.id },
            { title: 'Qui', cell: (each: Payment) => each.name ?? each.email ?? 'Compte effacé' },
            { title: 'Quand', cell: (each: Payment) => momentInWords(each.createdAt, now) },
            { title: 'Payé', cell: (each: Payment) => price(each.paidCents) },
            { title: 'Remboursé', cell: (each: Payment) => price(each.refundedCents) },
            { title: 'État', cell: stateOf },
            { title: 'Rembourser', cell: (each: Payment) => <RefundLink payment={each} /> },
          ]}
          rows={payments}
        />
      )}
    </section>
  );
}

function stateOf({ dispute, status, refundedCents, paidCents }: Payment): string {
  if (dispute) return 'Contesté par la banque';
  if (status === 'open') return 'À payer';
  if (status !== 'paid') return 'Annulée';
  if (refundedCents === 0) return 'Payée';
  return refundedCents < paidCents ? 'Remboursée en partie' : 'Remboursée';
}

function RefundLink({ payment }: { readonly payment: Payment }) {
  if (!isRefundable(payment)) return payment.dispute ? 'La banque décide' : 'Rien à rendre';
  return (
    <a href={href('payments', {}, { facture: payment.id })}>
      Rembourser {price(left(payment))}
      <span className="hors-vue"> de la facture {payment.number ?? payment.id}</span>
    </a>
  );
}

function Findings({ findings, now }: { readonly findings: readonly Finding[]; readonly now: Date }) {
  return (
    <section className="suite" aria-labelledby="ecarts">
      <h2 id="ecarts">Écarts trouvés la nuit</h2>
      {findings.length === 0 && <p>Aucun : notre base et Stripe disent la même chose.</p>}
      <ul className="pupitre">
        {findings.map(({ id, at, kind, name, subscriptionId, mirrorSays, stripeSays }) => (
          <li key={id}>
            <strong>{kind === 'stranger' ? 'Abonnement sans compte chez nous' : (name ?? 'Compte effacé')}</strong>
            <span>
              {momentInWords(at, now)}, {subscriptionId}. Notre base : {mirrorSays ?? 'rien'}. Stripe :{' '}
              {stripeSays ?? 'rien'}. {kind === 'stranger' ? 'À régler chez Stripe.' : 'Repris depuis Stripe.'}
            </span>
            <Seen name="constat" value={String(id)} about={subscriptionId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doubles({ doubles }: { readonly doubles: readonly Double[] }) {
  return (
    <section className="suite" aria-labelledby="doubles">
      <h2 id="doubles">Payé deux fois, ou à un tarif inconnu</h2>
      {doubles.length === 0 && <p>Personne.</p>}
      <ul>
        {doubles.map(({ userId, name, count }) => (
          <li key={userId}>
            <a href={href('staffMember', { membre: userId })}>{name ?? 'Membre'}</a> :{' '}
            {count > 1
              ? plural(count, 'abonnement en cours', 'abonnements en cours')
              : 'un abonnement à un tarif inconnu'}
          </li>
        ))}
      </ul>
    </section>
  );
}

const REASONS: Readonly<Record<string, string>> = {
  unknown_type: 'un type que le site ne connaît pas',
  unknown_customer: 'un client qui n’est pas d’ici',
  no_customer: 'aucun client',
};

function Events({ events, now }: { readonly events: readonly ReviewedEvent[]; readonly now: Date }) {
  return (
    <section className="suite" aria-labelledby="evenements">
      <h2 id="evenements">Messages de Stripe restés sans suite</h2>
      {events.length === 0 && <p>Aucun.</p>}
      <ul className="pupitre">
        {events.map(({ id, type, reason, createdAt }) => (
          <li key={id}>
            <strong>{type}</strong>
            <span>
              {momentInWords(createdAt, now)} : {REASONS[reason ?? ''] ?? reason}. {id}
            </span>
            <Seen name="evenement" value={id} about={type} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seen({ name, value, about }: { readonly name: string; readonly value: string; readonly about: string }) {
  return (
    <form method="post" noValidate action={href('seenPayment')} className="boutons">
      <input type="hidden" name={name} value={value} />
      <Button kind="second">
        C’est vu<span className="hors-vue"> : {about}</span>
      </Button>
    </form>
  );
}
