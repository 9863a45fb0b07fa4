import { STATUS_WORDS, type Status } from '../rules';

/** N01, D09: the word, and a mark whose shape says it again; never a colour alone. */
export function StatusMark({ status }: { readonly status: Status }) {
  return <span className={`etat ${status}`}>{STATUS_WORDS[status]}</span>;
}
