import { Avatar } from '~/ui/avatar';
import { BenchDrawing, LampDrawing, Mark, Wordmark } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import { Dawn } from '~/ui/dawn';
import { Emblem, PILLARS } from '~/ui/emblems';
import { Example, Part } from '~/ui/gallery/example';
import { FlashNotice, Notice } from '~/ui/notice';
import { Badge, Card, EmptyState } from '~/ui/page';
import { LoadingLine, Progress } from '~/ui/progress';
import { SalonMark } from '~/ui/salon-mark';
import { Table } from '~/ui/table';
import { href } from '~/urls';

const PEOPLE = ['Monique Berger', 'Gérard', 'Fatima Benali', 'Anne-Marie Le Goff', 'Józef', 'Odile Roy'];

export function WordExamples() {
  return (
    <Part title="Ce qui se dit et se montre">
      <Example name="Avis" file="notice.tsx">
        <div className="pile">
          <Notice tone="info">
            <p>Ce salon est archivé. Vous pouvez toujours le lire.</p>
          </Notice>
          <Notice tone="alerte">
            <p>Ce code n’ouvre aucun salon.</p>
          </Notice>
          <FlashNotice flash={{ tone: 'succes', text: 'Votre salon est créé.' }} />
        </div>
      </Example>
      <Example name="Carte et étiquette" file="page.tsx">
        <Card>
          <p>
            Une carte, et une <Badge>Modératrice</Badge>
          </p>
        </Card>
      </Example>
      <Example name="Personnes : photo ou initiales" file="avatar.tsx">
        <ul className="boutons">
          <li>
            <Avatar person={{ id: 'photo', name: 'Paul', avatarUrl: '/icon-192.png' }} /> Paul
          </li>
          {PEOPLE.map((name) => (
            <li key={name}>
              <Avatar person={{ id: name, name, avatarUrl: null }} /> {name}
            </li>
          ))}
        </ul>
      </Example>
      <Lists />
      <Drawings />
    </Part>
  );
}

type Expense = { readonly what: string; readonly when: string; readonly price: string };

const EXPENSES: readonly Expense[] = [
  { what: 'Terreau', when: 'samedi 4 avril', price: '12 €' },
  { what: 'Graines de capucine', when: 'mardi 14 avril', price: '3,50 €' },
];

function Lists() {
  return (
    <>
      <Example name="Tableau" file="table.tsx">
        <Table
          caption="Les achats du balcon"
          columns={[
            { title: 'Achat', cell: (row: Expense) => row.what },
            { title: 'Jour', cell: (row) => row.when },
            { title: 'Prix', cell: (row) => row.price },
          ]}
          rows={EXPENSES}
        />
      </Example>
      <Example name="Avancement et attente" file="progress.tsx">
        <Progress id="avancement" label="Votre parcours" done={3} total={8} words="3 leçons sur 8" />
        <LoadingLine>Votre photo arrive…</LoadingLine>
      </Example>
      <Example name="Rien encore" file="page.tsx">
        <EmptyState drawing={<BenchDrawing />} title="Votre place est libre">
          <p>Vous n’êtes encore dans aucun salon.</p>
          <LinkButton kind="principal" href={href('salons')} icon="chat">
            Voir les salons
          </LinkButton>
        </EmptyState>
      </Example>
    </>
  );
}

function Drawings() {
  return (
    <>
      <Example name="Marque et dessins" file="brand.tsx">
        <p className="boutons">
          <Mark /> <Wordmark /> <LampDrawing />
        </p>
      </Example>
      <Example name="L’aube" file="dawn.tsx">
        <div className="toile">
          <Dawn view="large" />
        </div>
      </Example>
      <Example name="Emblèmes des sept piliers" file="emblems.tsx">
        <ul className="boutons">
          {PILLARS.map((pillar) => (
            <li key={pillar.key}>
              <Emblem pillar={pillar.key} /> {pillar.name}
            </li>
          ))}
        </ul>
      </Example>
      <Example name="Blason d’un salon" file="salon-mark.tsx">
        <p className="boutons" data-salon="exemple">
          <SalonMark category="jardin" /> Jardin, sur la couleur du salon
        </p>
      </Example>
    </>
  );
}
