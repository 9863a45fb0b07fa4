/** Videos elsewhere: which houses may be asked, by which address, and who then hears of the visit. Pure. */

export type ExternalVideo = {
  /** Who will see the visit, as the page says it. */
  readonly host: string;
  /** For the frame. */
  readonly embedUrl: string;
  /** For `frame-src`, on the page that shows it alone. */
  readonly origin: string;
  /** A plain link, where the frame does not come (D59). */
  readonly url: string;
};

/**
 * A host name of letters, digits and hyphens (RFC 1123). A URL may have `;`, `*` or `,` in its host, which in the policy
 * header would be a second directive, or every host there is.
 */
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Null: not an address that can be shown here. */
export function externalVideo(address: string | null): ExternalVideo | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username || url.password || url.port || !HOST.test(url.hostname)) return null;
  const host = url.hostname.replace(/^(www|m)\./, '');
  const made =
    host === 'youtube.com' || host === 'youtu.be' ? youtube(url) : host === 'vimeo.com' ? vimeo(url) : peertube(url);
  return made && { ...made, url: address, origin: new URL(made.embedUrl).origin };
}

type Made = Pick<ExternalVideo, 'host' | 'embedUrl'>;

function youtube(url: URL): Made | null {
  const id = url.hostname.endsWith('youtu.be')
    ? url.pathname.slice(1)
    : (url.searchParams.get('v') ?? /^\/(?:embed|shorts)\/([^/]+)/.exec(url.pathname)?.[1]);
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  return {
    host: 'YouTube (Google)',
    embedUrl: `https://www.youtube-nocookie.com/embed/${id}?cc_load_policy=1&cc_lang_pref=fr&hl=fr`,
  };
}

function vimeo(url: URL): Made | null {
  const id = /^\/(\d{1,12})$/.exec(url.pathname)?.[1];
  return id ? { host: 'Vimeo', embedUrl: `https://player.vimeo.com/video/${id}?dnt=1&texttrack=fr` } : null;
}

/** PeerTube stands on many houses; its addresses are the same everywhere. */
function peertube(url: URL): Made | null {
  const id = /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{10,40})$/.exec(url.pathname)?.[1];
  return id
    ? {
        host: `PeerTube (${url.hostname})`,
        embedUrl: `${url.origin}/videos/embed/${id}?warningTitle=0&p2p=0&subtitle=fr`,
      }
    : null;
}
