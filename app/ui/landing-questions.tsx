import type { Figures } from '~/ui/site/text-page';
import { TECHNICIANS_READ } from '~/ui/site/who-reads';

/** What one wonders before trying. Every answer is true today. */
export function Questions({ editing }: Figures) {
  return (
    <section>
      <h2>Vos questions</h2>
      <div className="questions">
        <details>
          <summary>Je ne suis pas à l’aise avec l’informatique. Est-ce pour moi ?</summary>
          <p>
            Oui. Les boutons disent ce qu’ils font, le texte s’agrandit par le bouton « Affichage » en haut de chaque
            page, et rien ne se supprime sans qu’on vous le demande.
          </p>
        </details>
        <details>
          <summary>Faut-il installer quelque chose ?</summary>
          <p>Non. Un téléphone, une tablette ou un ordinateur relié à internet suffit, même ancien.</p>
        </details>
        <details>
          <summary>Qui peut lire ce que j’écris ?</summary>
          <p>
            Les membres du salon où vous écrivez. {TECHNICIANS_READ} Votre adresse de courriel n’est montrée à aucun
            membre.
          </p>
        </details>
        <details>
          <summary>Et si je me trompe en écrivant ?</summary>
          <p>Vous pouvez corriger un message pendant {editing}, et supprimer les vôtres quand vous le souhaitez.</p>
        </details>
        <details>
          <summary>Puis-je me retrouver entre amis seulement ?</summary>
          <p>Oui. Un salon privé ne paraît dans aucune liste. On y entre avec le code que vous donnez.</p>
        </details>
        <details>
          <summary>Comment partir ?</summary>
          <p>
            Vous quittez un salon en deux gestes, depuis sa page. Vos messages y restent, à votre nom. Un abonnement
            s’arrête en trois étapes au plus, et vous gardez vos accès jusqu’au dernier jour payé.
          </p>
        </details>
      </div>
    </section>
  );
}
