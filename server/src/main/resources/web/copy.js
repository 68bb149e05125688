// A button with data-copy puts the text of the element of that id on the clipboard, and says so.
document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (button) {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
        button.textContent = "Copied";
    }
});
