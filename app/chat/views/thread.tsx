/** What stands between messages. */
import { anchors, classes, data } from '~/client/protocol';

/** @param day « lundi 23 novembre » */
export function DaySeparator({ day }: { readonly day: string }) {
  return (
    <li className={classes.day} {...data({ jour: day })}>
      <span>{day}</span>
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
