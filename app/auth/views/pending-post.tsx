import { data } from '~/client/protocol';
import { Button, LinkButton } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Notice } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

export type KeptForm = {
  /** Where the form goes: one of our own addresses. */
  readonly action: string;
  /** « dans le salon Jardin au balcon » */
  readonly where: string;
  readonly send: string;
  /** Why it cannot be sent from here, or null. */
  readonly obstacle: string | null;
  readonly words: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly long: boolean;
  }[];
  readonly hidden: Readonly<Record<string, string>>;
  /** Says to the server that this text need not be kept any longer. */
  readonly mark: string;
  /** The script's own draft of the same words, by its name (`client/drafts.ts`), which goes when these are sent. */
  readonly draft: string | undefined;
};

/** C-08: what was written before the session ended, with the one button that is still to be pressed. */
export function PendingPostPage({ kept }: { readonly kept: KeptForm | null }) {
  if (!kept) {
    return (
      <NarrowPage title="Aucun texte gardé">
        <p>Il a déjà été envoyé, ou plus d’une heure a passé.</p>
        <LinkButton kind="principal" href={href('salons')}>
          Voir mes salons
        </LinkButton>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Votre texte est gardé">
      <p>Voici ce qui a été écrit sur cet appareil {kept.where}, et qui n’est pas encore parti.</p>
      {kept.obstacle && (
        <Notice tone="alerte">
          <p>{kept.obstacle} Copiez votre texte ci-dessous si vous voulez le garder.</p>
        </Notice>
      )}
      <form id="garde" method="post" noValidate action={kept.action} {...data({ garde: kept.draft })}>
        {Object.entries({ ...kept.hidden, [kept.mark]: 'on' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {kept.words.map(({ long, ...field }) =>
          long ? <TextArea key={field.name} rows={6} {...field} /> : <Field key={field.name} {...field} />,
        )}
        {!kept.obstacle && (
          <Button kind="principal" icon="send">
            {kept.send}
          </Button>
        )}
      </form>
      <form method="post" noValidate action={href('pendingPost')}>
        <Button kind="second" icon="trash">
          Effacer ce texte
        </Button>
      </form>
    </NarrowPage>
  );
}
