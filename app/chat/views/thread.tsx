/** What stands between messages. */
import { anchors, classes, data } from '~/client/protocol';

type DaySeparatorProps = {
  /** '2026-11-23' */
  readonly date: string;
  /** « lundi 23 novembre » */
  readonly label: string;
};

export function DaySeparator({ date, label }: DaySeparatorProps) {
  return (
    <li className={classes.day} {...data({ jour: date })}>
      <span>{label}</span>
    </li>
  );
}

/** D41: where this reader stopped. */
export function UnreadLine() {
  return (
    <li className="nouveaux" id={anchors.newMessages}>
      <span>Nouveaux messages</span>
    </li>
  );
}
