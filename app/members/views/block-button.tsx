import { Button } from '~/ui/button';
import { href } from '~/urls';

type BlockButtonProps = {
  readonly memberId: string;
  readonly isBlocked: boolean;
  /** For those who hear the page: which of several it is about. */
  readonly name: string;
};

/** C-22. Sends what is wanted and not a change of it: pressed twice, it does the same. */
export function BlockButton({ memberId, isBlocked, name }: BlockButtonProps) {
  return (
    <form method="post" noValidate action={href('blockMember', { membre: memberId })}>
      {!isBlocked && <input type="hidden" name="bloquer" value="on" />}
      <Button kind="second" icon={isBlocked ? 'check' : 'lock'}>
        {isBlocked ? 'Débloquer' : 'Bloquer'} <span className="hors-vue">{name}</span>
      </Button>
    </form>
  );
}
