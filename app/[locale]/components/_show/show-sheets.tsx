"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { Menu, MenuButton, MenuLabel, MenuLink, MenuRule } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { showToast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";

const tabs = [
  { key: "standing", label: "Standing", panel: "What stands for the network." },
  { key: "draft", label: "Draft", panel: "What your organization alone sees." },
  { key: "history", label: "History", panel: "Every state, with who and when." },
];

export function ShowSheets() {
  const [open, setOpen] = useState<"dialog" | "drawer" | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title="Sheets and tabs">
      <div className="actions py-4">
        <Menu trigger="Menu">
          <MenuLabel>Red Cedar</MenuLabel>
          <MenuLink href="/components" aria-current="true">
            Positions
          </MenuLink>
          <MenuRule />
          <MenuButton data-closes="" onClick={() => showToast("Signed off for Red Cedar on 24 November, 11:42.")}>
            Sign off
          </MenuButton>
        </Menu>
        <Popover trigger="Popover">
          <p>A note that belongs to its button.</p>
        </Popover>
        <Tooltip text="Red Cedar Women and Peace Circle">
          <Button>Tooltip</Button>
        </Tooltip>
        <Button onClick={() => setOpen("dialog")}>Dialog</Button>
        <Button onClick={() => setOpen("drawer")}>Drawer</Button>
        <Button onClick={() => showToast("Signed off for Red Cedar on 24 November, 11:42.")}>Acknowledge</Button>
        <Button onClick={() => showToast("Not sent. Your text is kept on this device.", "red")}>Refuse</Button>
      </div>
      <Tabs label="Revisions" tabs={tabs} />
      <Dialog
        open={open === "dialog"}
        onClose={close}
        title="Withdraw this position"
        actions={
          <>
            <Button variant="danger" onClick={close}>
              Withdraw for Red Cedar
            </Button>
            <Button onClick={close}>Keep it</Button>
          </>
        }
      >
        From now on it reads as not recorded to others. Your own history keeps it.
      </Dialog>
      <Drawer open={open === "drawer"} onClose={close} title="Stance with reasons">
        The words behind a cell.
      </Drawer>
    </Section>
  );
}
