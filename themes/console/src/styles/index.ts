/** The styles of all pages, in the order in which they are applied. Each build keeps them inside the element of its page. */
import "./base.css";
import "./forms.css";
import "./lists.css";
import "./groups.css";
import "./basket.css";
import "./dialogs.css";
