/** What letters are made of. Classes carry the evening colours only (`look.ts`). */
import { Button, Img, Link, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { coverFile } from '~/urls';
import { useFrame } from './frame';
import { look } from './look';
import { personName } from './member-text';

type Children = { readonly children: ReactNode };

export function P({ children }: Children) {
  return (
    <Text className="encre" style={look.text}>
      {children}
    </Text>
  );
}

export function Greeting({ name }: { readonly name: string }) {
  const known = personName(name);
  return <P>{known ? `Bonjour ${known},` : 'Bonjour,'}</P>;
}

/** The one thing to do, and its address for whoever cannot press. In plain text the address alone. */
export function Action({ path, children }: Children & { readonly path: string }) {
  const { origin } = useFrame();
  return (
    <>
      <Text className="encre" style={look.tight}>
        <Button className="bouton" data-action="true" style={look.action} href={origin + path}>
          {children}
        </Button>
      </Text>
      <Text className="doux" style={look.hint}>
        <span data-skip-in-text="true">
          Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :
          <br />
        </span>
        <Link className="lien" style={look.address} href={origin + path}>
          {origin + path}
        </Link>
      </Text>
    </>
  );
}

/**
 * A course's cover: PNG, because Outlook shows no SVG; width and height as attributes, because Word knows no others. Its
 * address is the same for every reader, so that loading it tells nobody who has opened the letter (G29).
 */
export function Cover({ pillar, course }: { readonly pillar: number; readonly course: string }) {
  const { origin } = useFrame();
  const alt = `Le dessin du cours « ${course} »`;
  return (
    <Img
      src={origin + coverFile(pillar, 'png')}
      width="400"
      height="267"
      alt={alt}
      style={look.cover}
      data-skip-in-text="true"
    />
  );
}

/** Six digits in two groups: read aloud, remembered and typed more easily than six in a row. */
export function Code({ code }: { readonly code: string }) {
  return (
    <Panel>
      <Text className="encre" style={look.code}>
        {`${code.slice(0, 3)}\u00a0${code.slice(3)}`}
      </Text>
    </Panel>
  );
}

export function Panel({ children }: Children) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0" style={look.panelTable}>
      <tbody>
        <tr>
          <td className="creux encre" style={look.panel}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export type Fact = readonly [name: string, value: string];

/** What a letter reports, line by line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Panel>
      {facts.map(([name, value]) => (
        <div key={name} className="encre" style={look.fact}>
          <strong>{name} :</strong> {value}
        </div>
      ))}
    </Panel>
  );
}

/** Somebody's own words. */
export function Quote({ children }: Children) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0" style={look.panelTable}>
      <tbody>
        <tr>
          <td className="citation encre" style={look.quote}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What to do if it was not you. */
export function NotYou({ children }: Children) {
  return (
    <P>
      <strong>Ce n’est pas vous ?</strong> {children}
    </P>
  );
}
