import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { momentInWords, plural } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import type { MailHistory } from '../commands';
import type { LetterLine, MailOverview, TemplateFigures } from '../queries';
import { FiguresTable } from './figures';
import { History } from './history';
import { LettersTable, titleOf } from './letters';

export type MailPageProps = {
  readonly overview: MailOverview;
  readonly failures: readonly LetterLine[];
  readonly figures: readonly TemplateFigures[];
  /** French names of the letters. */
  readonly titles: Readonly<Record<string, string>>;
  readonly asked: string;
  readonly fault?: string;
  readonly history: MailHistory | null;
  readonly now: Date;
};

export function MailPage({ overview, failures, figures, titles, asked, fault, history, now }: MailPageProps) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Courrier" />
      <h1>Courrier</h1>
      <LookUp asked={asked} fault={fault} />
      {history && <History history={history} titles={titles} now={now} />}
      <Queue overview={overview} now={now} />
      <section aria-labelledby="echecs" className="suite">
        <h2 id="echecs">Ce qui n’est pas parti depuis sept jours</h2>
        {failures.length === 0 ? (
          <p>Rien à signaler.</p>
        ) : (
          <LettersTable caption="Les plus récents d’abord" letters={failures} titles={titles} now={now} />
        )}
      </section>
      {figures.length > 0 && <FiguresTable figures={figures} nameOf={(template) => titleOf(titles, template)} />}
    </>
  );
}

function LookUp({ asked, fault }: { readonly asked: string; readonly fault?: string }) {
  return (
    <form method="get" noValidate action={href('adminMail')} className="suite">
      <Field
        name="courriel"
        label="Adresse de courriel"
        hint="Par exemple prenom.nom@exemple.fr. Si c’est celle d’un membre, votre recherche sera notée dans son journal."
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
        value={asked}
        error={fault}
      />
      <Button kind="principal" icon="search">
        Chercher ses courriels
      </Button>
    </form>
  );
}

const SHUT: Readonly<Record<string, string>> = {
  key: 'la clé d’envoi est refusée. Vérifiez BREVO_API_KEY et le compte Brevo',
  rate: 'le service d’envoi demande d’attendre',
  away: 'le service d’envoi ne répond pas',
};

function Queue({ overview, now }: { readonly overview: MailOverview; readonly now: Date }) {
  const { waiting, oldestWaiting, shutReason } = overview;
  return (
    <section aria-labelledby="file" className="suite">
      <h2 id="file">File d’attente</h2>
      {shutReason && (
        <Notice tone="alerte">
          <p>Rien ne part en ce moment : {SHUT[shutReason]}. Les courriels attendent et partiront d’eux-mêmes.</p>
        </Notice>
      )}
      <p>
        {waiting === 0 ? 'Aucun courriel n’attend.' : `${plural(waiting, 'courriel attend', 'courriels attendent')}.`}
        {oldestWaiting && ` Le plus ancien : ${momentInWords(oldestWaiting, now)}.`}
      </p>
    </section>
  );
}
