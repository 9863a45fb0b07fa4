import { Button } from '~/ui/button';
import { momentInWords } from '~/ui/format';
import { Badge } from '~/ui/page';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import type { SessionCard } from '../../rules/session';

type DevicesPageProps = { readonly devices: readonly SessionCard[]; readonly now: Date };

/** Where the account is open. The place is not guessed: an address on the network says little of where one sits. */
export function DevicesPage({ devices, now }: DevicesPageProps) {
  const others = devices.filter((device) => !device.current);
  return (
    <SettingPage title="Mes appareils connectés">
      <p>
        Voici les appareils sur lesquels votre compte est ouvert. Si vous en voyez un que vous ne reconnaissez pas,
        déconnectez-le, puis <a href={href('password')}>changez votre mot de passe</a>.
      </p>
      <ul className="appareils">
        {devices.map((device) => (
          <Device key={device.handle} device={device} now={now} />
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" noValidate action={href('closeOtherDevices')}>
          <Button kind="danger" icon="signOut">
            Déconnecter tous les autres appareils
          </Button>
        </form>
      )}
    </SettingPage>
  );
}

function Device({ device, now }: { readonly device: SessionCard; readonly now: Date }) {
  const name = device.device ?? 'Un appareil';
  return (
    <li className="carte">
      <h2>
        {name} {device.current && <Badge>Cet appareil</Badge>}
      </h2>
      <p>
        Dernière utilisation : {momentInWords(device.lastUsedAt, now)}
        <br />
        Connecté : {momentInWords(device.startedAt, now)}
        {device.stays && ', et reste connecté'}
      </p>
      {device.current ? (
        <p className="aide">C’est l’appareil que vous avez sous les yeux.</p>
      ) : (
        <form method="post" noValidate action={href('closeDevice', { session: device.handle })}>
          <Button kind="second" icon="signOut">
            Déconnecter cet appareil<span className="hors-vue"> : {name}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
