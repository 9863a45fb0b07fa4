/** These pages are shut on a site of one's own; a demonstration shows them to whoever signs in. */
export function WhoReadsThis() {
  return (
    <p className="aide">
      Page de l’équipe. Sur un site de démonstration, elle est ouverte à toute personne connectée ; ailleurs, à
      l’administration seulement.
    </p>
  );
}
