import { Example, Part } from '~/ui/gallery/example';
import { Icon } from '~/ui/icon';
import { drawings, type IconName } from '~/ui/icons';
import { Breadcrumb, Pager } from '~/ui/page';
import { qrFor } from '~/ui/qr';
import { ShareCode } from '~/ui/share-code';
import { Tabs } from '~/ui/tabs';
import { href } from '~/urls';

const HERE = href('components');
const SHARE_URL = 'https://aurora50.exemple/s/MTR7PK';
const ICONS = Object.keys(drawings) as IconName[];

export function WayExamples() {
  return (
    <Part title="Pour s’y retrouver">
      <Example name="Chemin" file="page.tsx">
        <Breadcrumb
          crumbs={[
            { label: 'Salons', href: href('salons') },
            { label: 'Jardin au balcon', href: HERE },
          ]}
          here="Membres"
        />
      </Example>
      <Example name="Onglets" file="tabs.tsx">
        <Tabs
          label="Parties de la page (exemple)"
          here={HERE}
          tabs={[
            { label: 'Composants', href: HERE, icon: 'hammer' },
            { label: 'Aide', href: href('help'), icon: 'info' },
            { label: 'Règles de la maison', href: href('houseRules') },
          ]}
        />
      </Example>
      <Example name="Pages" file="page.tsx">
        <Pager
          label="Pages (exemple)"
          previous={{ label: 'Page précédente', href: `${HERE}?page=1` }}
          next={{ label: 'Page suivante', href: `${HERE}?page=3` }}
        />
      </Example>
      <Example name="Code à partager" file="share-code.tsx">
        <ShareCode code="MTR7PK4D" url={SHARE_URL} qrSvg={qrFor(SHARE_URL)} subject="Un salon" />
      </Example>
      <Example name="Icônes, toujours avec un mot" file="icon.tsx">
        <ul className="boutons">
          {ICONS.map((name) => (
            <li key={name}>
              <Icon name={name} /> <code>{name}</code>
            </li>
          ))}
        </ul>
      </Example>
    </Part>
  );
}
