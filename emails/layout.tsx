import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { href } from '~/urls';
import { FrameProvider, type LetterFrame, useFrame } from './frame';
import { EVENING, look } from './look';

type LayoutProps = {
  readonly subject: string;
  readonly preheader: string;
  readonly why: string;
  readonly frame: LetterFrame;
  readonly children: ReactNode;
};

/** Tables of one column: Outlook on Windows measures with Word, which knows no other layout. No pixel, and no picture but a course's cover (G29). */
export function Layout({ subject, preheader, why, frame, children }: LayoutProps) {
  return (
    <FrameProvider value={frame}>
      <Html lang="fr">
        <Head>
          <title>{subject}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          {/* Numbers and dates stay text: a code is no telephone number. */}
          <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
          <style dangerouslySetInnerHTML={{ __html: EVENING }} />
        </Head>
        <Body className="papier" style={look.body}>
          <Preview>{preheader}</Preview>
          <Container className="papier" width="600" style={look.sheet}>
            <Dawn />
            <Sheet subject={subject}>
              {children}
              <Signature />
              <Hr className="filet" style={look.line} />
              <Footer why={why} />
            </Sheet>
          </Container>
        </Body>
      </Html>
    </FrameProvider>
  );
}

/** The dawn of the landing page, drawn with grounds alone: a sky, half a sun, a hill. Word keeps a plain violet band. */
function Dawn() {
  return (
    <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0" data-skip-in-text="true">
      <tbody>
        <tr>
          <td align="right" style={look.sky}>
            <div style={look.sun} />
          </td>
        </tr>
        <tr>
          <td style={look.hill}>&nbsp;</td>
        </tr>
      </tbody>
    </table>
  );
}

function Sheet({ subject, children }: Pick<LayoutProps, 'subject' | 'children'>) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0">
      <tbody>
        <tr>
          <td className="encre" style={look.inside}>
            <Text className="encre" style={look.wordmark}>
              Aurora
              <span className="lien" style={look.fifty}>
                50
              </span>
            </Text>
            <Heading className="encre" style={look.title}>
              {subject}
            </Heading>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Signature() {
  return (
    <Text className="encre" style={look.last}>
      Bien à vous,
      <br />
      L’équipe d’Aurora50
    </Text>
  );
}

/** Why, to whom, how to answer, how to stop, and who writes. */
function Footer({ why }: { readonly why: string }) {
  const { email, publisher } = useFrame();
  return (
    <>
      <Text className="doux" style={look.small}>
        Pourquoi ce courriel à {email} ? {why}
      </Text>
      <Answering />
      <Unsubscribing />
      {publisher.name && (
        <Text className="doux" style={look.small}>
          Aurora50 est publié par {[publisher.name, publisher.address].filter(Boolean).join(', ')}.
        </Text>
      )}
    </>
  );
}

function Answering() {
  const { origin, publisher } = useFrame();
  return (
    <Text className="doux" style={look.small}>
      {publisher.email ? (
        <>Une question ? Répondez à ce courriel, ou écrivez à {publisher.email} : une personne vous lira.</>
      ) : (
        <>
          Une question ?{' '}
          <Link className="lien" style={look.link} href={origin + href('help')}>
            Notre page d’aide
          </Link>
        </>
      )}
    </Text>
  );
}

function Unsubscribing() {
  const { origin, unsubscribePath } = useFrame();
  if (!unsubscribePath) return null;
  return (
    <Text className="doux" style={look.small}>
      Trop de courriels ? Un bouton suffit, sans mot de passe :{' '}
      <Link className="lien" style={look.link} href={origin + unsubscribePath}>
        Ne plus recevoir ces courriels
      </Link>
    </Text>
  );
}
