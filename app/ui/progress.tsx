type ProgressProps = {
  readonly id: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The same in words: « 3 leçons sur 8 ». A bar alone is a riddle. */
  readonly words: string;
};

/** How far something has come. */
export function Progress({ id, label, done, total, words }: ProgressProps) {
  return (
    <div className="avancement">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={total}>
        {words}
      </progress>
      <p>{words}</p>
    </div>
  );
}

/** One calm line while something comes: no grey boxes that pretend to be text. */
export function LoadingLine({ children }: { readonly children: string }) {
  return (
    <p className="attente" role="status">
      {children}
    </p>
  );
}
