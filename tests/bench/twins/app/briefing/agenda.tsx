import { type Item, titleOf } from "@/bin/bench/twins/briefing";

/** The items in their order, each with the minute at which it begins. */
export function Agenda({ items, begins }: { items: readonly Item[]; begins: Date | null }) {
  let minute = 0;
  return (
    <table>
      <caption>Agenda</caption>
      <tbody>
        {items.map((item) => {
          const at = begins && new Date(begins.getTime() + minute * 60_000);
          minute += item.minutes;
          return (
            <tr key={item.id} id={item.id}>
              <td>{at?.toISOString().slice(11, 16)}</td>
              <td>{item.minutes}</td>
              <th scope="row">
                {titleOf(item)}
                {item.whyEn && <p>{item.whyEn}</p>}
                {item.papers.map((paper) => (
                  <span key={paper.id}>{paper.titleEn}</span>
                ))}
              </th>
              <td>{item.lead && <a href={`/organizations/${item.lead.slug}`}>{item.lead.nameEn}</a>}</td>
              <td>
                {item.raises?.nameEn}
                {item.answerers.map(({ organization }) => (
                  <span key={organization.slug}>{organization.nameEn}</span>
                ))}
              </td>
              <td>
                <span className="stamp">{item.recommendation?.ref ?? item.kind}</span>
                {item.inheritedFromId && <span>Inherited</span>}
                <span>{item.outcome}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
