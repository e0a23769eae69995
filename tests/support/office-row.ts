/** An office that nobody holds. */
export const officeRow = (slug: string) => ({
  ...{ slug, institution: "foreign_affairs", institutionEn: "Foreign Affairs", institutionFr: "Affaires étrangères" },
  ...{ titleEn: `Office ${slug}`, titleFr: `Bureau ${slug}`, functionEn: "Policy on R2P", functionFr: "La RdP" },
});
