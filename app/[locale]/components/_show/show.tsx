import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Segmented } from "@/components/ui/segmented";
import { Stamp } from "@/components/ui/stamp";
import { ShowAccount } from "./show-account";
import { ShowActions } from "./show-actions";
import { ShowBanners } from "./show-banners";
import { ShowFields } from "./show-fields";
import { ShowLists } from "./show-lists";
import { ShowSheets } from "./show-sheets";
import { ShowStances } from "./show-stances";
import { ShowStates } from "./show-states";
import { ShowWording } from "./show-wording";

const views = [
  { href: "/components", label: "Grid", current: true },
  { href: "/components?view=map", label: "Map" },
  { href: "/components?view=lists", label: "Lists" },
];

export function Show() {
  return (
    <>
      <Breadcrumb steps={[{ href: "/", label: "Home" }, { label: "Components" }]} />
      <PageHead
        title="Every piece, and its states"
        over="For those who build"
        other={{ lang: "fr", text: "Chaque pièce et ses états" }}
        marks={
          <>
            <Stamp kind="draft">Draft 6</Stamp>
            <span className="text-small text-ink-2">Saved at 11:42. Nobody outside Prairie Horizon sees this yet.</span>
          </>
        }
        actions={
          <>
            <Segmented label="View" segments={views} />
            <Button>Print</Button>
          </>
        }
      >
        The page head: one title, one sentence with its counts, and what can be done about all of it.
      </PageHead>
      <ShowBanners />
      <ShowStances />
      <div className="grid gap-x-12 lg:grid-cols-2">
        <ShowFields />
        <div>
          <ShowActions />
          <ShowStates />
        </div>
      </div>
      <ShowWording />
      <ShowLists />
      <ShowSheets />
      <ShowAccount />
    </>
  );
}
